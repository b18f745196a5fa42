package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A policy document, read and compiled. Immutable; equal to every other of the same text. */
public final class PolicyDocument {
    private final String text;
    private final @Nullable String version;
    private final @Nullable String id;
    private final Rules rules;
    private final boolean unreadable;

    /** A race costs another reading. */
    private @Nullable SoftReference<List<Statement>> statements;

    PolicyDocument(
            String text,
            @Nullable String version,
            @Nullable String id,
            Rules rules,
            boolean unreadable) {
        this.text = text;
        this.version = version;
        this.id = id;
        this.rules = rules;
        this.unreadable = unreadable;
    }

    /**
     * The document in a text that was accepted before; only its structure is checked.
     *
     * @throws IllegalArgumentException with the first problem and its place
     */
    public static PolicyDocument parse(String text) {
        DocumentParser.Parsed parsed = DocumentParser.parse(text);
        PolicyDocument document = parsed.document();
        if (document == null) {
            throw new IllegalArgumentException(
                    parsed.problems().stream()
                            .map(Problem::toString)
                            .collect(Collectors.joining("; ")));
        }
        return document;
    }

    /**
     * A stored document that can no longer be read. Nobody knows what it denied, so it denies
     * everything.
     */
    public static PolicyDocument unreadable(String text) {
        return new PolicyDocument(text, null, null, Rules.of(List.of()), true);
    }

    /** The text as it was saved. */
    public String text() {
        return text;
    }

    /** The version of the language; without one it is the first. */
    public String version() {
        return version == null ? DocumentParser.FIRST : version;
    }

    /** The document's id; null if it has none. */
    public @Nullable String id() {
        return id;
    }

    /**
     * The statements in order. Deciding needs only what they were compiled to; they are read from
     * the text when somebody asks for reasons, and kept while there is room.
     */
    public List<Statement> statements() {
        SoftReference<List<Statement>> kept = statements;
        List<Statement> known = kept == null ? null : kept.get();
        if (known == null) {
            known = unreadable ? List.of() : List.copyOf(DocumentParser.parse(text).statements());
            statements = new SoftReference<>(known);
        }
        return known;
    }

    /** What the document says to a request, as {@link Rules} put it; unreadable, it denies. */
    int says(AccessRequest request, Naming naming, int known) {
        return unreadable ? Rules.DENIES : rules.says(request, naming, known);
    }

    /** Whether it could not be read and so denies everything. */
    public boolean isUnreadable() {
        return unreadable;
    }

    /** The number of characters that count against quotas: all but blanks outside of strings. */
    public int size() {
        int size = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                size++;
                i++;
            } else if (c == '"') {
                inString = !inString;
            }
            if (inString || !JsonParser.isBlank(c)) {
                size++;
            }
        }
        return size;
    }

    /** Every principal that a statement names, in order. */
    public List<PrincipalElement> principals() {
        return rules.principals();
    }

    /**
     * The text with the {@code AWS} principals replaced, each in its place; everything else stays
     * to the letter.
     */
    public String rewritePrincipals(UnaryOperator<String> replacement) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (PrincipalElement element : principals()) {
            String replaced =
                    element.type().equals("AWS")
                            ? replacement.apply(element.value())
                            : element.value();
            if (!replaced.equals(element.value())) {
                out.append(text, copied, element.start())
                        .append('"')
                        .append(JsonText.escaped(replaced))
                        .append('"');
                copied = element.end();
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument
                && ((PolicyDocument) other).text.equals(text)
                && ((PolicyDocument) other).unreadable == unreadable;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
