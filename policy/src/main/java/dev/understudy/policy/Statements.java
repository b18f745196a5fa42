package dev.understudy.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of documents, read once: a document keeps only what deciding needs, and reads its
 * statements anew each time it is asked.
 */
final class Statements {
    private final Map<PolicyDocument, List<Statement>> read = new ConcurrentHashMap<>();

    List<Statement> of(PolicySource source) {
        return read.computeIfAbsent(source.document(), PolicyDocument::statements);
    }
}
