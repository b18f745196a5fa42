package dev.understudy.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of documents, the same objects for as long as one explanation lasts: a document
 * itself lets go of them when memory is short.
 */
final class Statements {
    private final Map<PolicyDocument, List<Statement>> read = new ConcurrentHashMap<>();

    List<Statement> of(PolicySource source) {
        return read.computeIfAbsent(source.document(), PolicyDocument::statements);
    }
}
