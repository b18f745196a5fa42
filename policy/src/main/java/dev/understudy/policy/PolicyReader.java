package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
        if (message == null) {
            message = broken(document, kind);
        }
        return message == null
                ? new PolicyReading.Valid(document)
                : new PolicyReading.Invalid(
                        message, List.of(new Problem(new Position(1, 1, 0), message)));
    }

    private static @Nullable String broken(PolicyDocument document, PolicyKind kind) {
        switch (kind) {
            case TRUST:
                return TrustPolicyRules.broken(document);
            case RESOURCE:
            case VPC_ENDPOINT:
            case RESOURCE_CONTROL:
                return null;
            default:
                return IdentityPolicyRules.broken(document);
        }
    }
}
