package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads documents that are to be saved, by the rules of the policy type, with AWS's texts for what
 * is wrong. The first rule that a document breaks gives the message, in the order in which AWS
 * checks.
 */
public final class PolicyReader {
    private static final String SYNTAX = "Syntax errors in policy.";
    private static final String NOT_JSON = "This policy contains invalid Json";
    private static final String VERSION = "Policy document must be version 2012-10-17 or greater.";

    private PolicyReader() {}

    /** Reads a document of this kind; an identity policy is a managed one. */
    public static PolicyReading read(String text, PolicyKind kind) {
        boolean managed = kind == PolicyKind.IDENTITY || kind == PolicyKind.BOUNDARY;
        return read(text, kind, managed);
    }

    /** Reads an inline identity policy, which may be of any version. */
    public static PolicyReading readInline(String text) {
        return read(text, PolicyKind.IDENTITY, false);
    }

    private static PolicyReading read(String text, PolicyKind kind, boolean managed) {
        DocumentParser.Parsed parsed = DocumentParser.parse(text);
        PolicyDocument document = parsed.document();
        if (document == null) {
            boolean trustText = !parsed.json() && kind == PolicyKind.TRUST;
            return new PolicyReading.Invalid(trustText ? NOT_JSON : SYNTAX, parsed.problems());
        }
        String message =
                managed && !document.version().equals(DocumentParser.CURRENT) ? VERSION : null;
        if (message != null) {
            return invalid(new Position(1, 1, 0), message);
        }
        message = broken(document.statements(), kind);
        return message == null
                ? new PolicyReading.Valid(document)
                : invalid(place(document.statements(), kind, message), message);
    }

    private static PolicyReading invalid(Position place, String message) {
        return new PolicyReading.Invalid(message, List.of(new Problem(place, message)));
    }

    /**
     * The first statement that breaks the rule alone, or the one that breaks it with those before.
     */
    private static Position place(List<Statement> statements, PolicyKind kind, String message) {
        for (Statement statement : statements) {
            if (message.equals(broken(List.of(statement), kind))) {
                return statement.start();
            }
        }
        Set<String> sids = new HashSet<>();
        for (Statement statement : statements) {
            String sid = statement.sid();
            if (sid != null && !sid.isEmpty() && !sids.add(sid)) {
                return statement.start();
            }
        }
        return new Position(1, 1, 0);
    }

    private static @Nullable String broken(List<Statement> statements, PolicyKind kind) {
        switch (kind) {
            case TRUST:
                return TrustPolicyRules.broken(statements);
            case RESOURCE:
            case VPC_ENDPOINT:
            case RESOURCE_CONTROL:
                return null;
            default:
                return IdentityPolicyRules.broken(statements);
        }
    }
}
