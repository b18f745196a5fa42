package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one type of policy said.
 *
 * @param verdict what it comes to
 * @param documents how many documents of the type apply
 * @param level of control policies that say nothing, the first level that does, from 1, the root of
 *     the organization; 0 otherwise
 */
public record KindVerdict(PolicyKind kind, Verdict verdict, int documents, int level) {
    /** What a type of policy can say. */
    public enum Verdict {
        /** A statement denies, or a document cannot be read. */
        DENIES("denies explicitly"),
        /** A statement allows, and none denies. */
        ALLOWS("allows"),
        /** A resource's policy allows the account: its own policies must allow as well. */
        ALLOWS_ACCOUNT("allows the account, whose own policies must allow as well"),
        /** A resource's policy allows the role: boundary and session policies still limit. */
        ALLOWS_ROLE("allows the role, whose boundary and session policies still limit"),
        /** No statement matches. */
        SILENT("says nothing"),
        /** No policy of a type that would have to allow. */
        NONE("there is none");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /** For people. */
    public String text() {
        String at = level == 0 ? "" : " at level " + level;
        return verdict.text() + at + (documents < 2 ? "" : " (" + documents + " documents)");
    }

    /** Of every type that applies, in the order of {@link PolicyKind}. */
    static List<KindVerdict> of(AccessRequest request, PolicySet policies, Explainer explainer) {
        List<KindVerdict> verdicts = new ArrayList<>();
        for (PolicyKind kind : PolicyKind.values()) {
            List<PolicySource> sources =
                    Explainer.sources(policies).stream()
                            .filter(source -> source.kind() == kind)
                            .toList();
            List<List<PolicySource>> levels = levels(policies, kind);
            if (!sources.isEmpty() || !levels.isEmpty()) {
                verdicts.add(verdict(explainer, kind, sources, levels, request.principal()));
            } else if (isMissed(kind, request, policies)) {
                verdicts.add(new KindVerdict(kind, Verdict.NONE, 0, 0));
            }
        }
        return verdicts;
    }

    private static List<List<PolicySource>> levels(PolicySet policies, PolicyKind kind) {
        switch (kind) {
            case SERVICE_CONTROL:
                return policies.serviceControl();
            case RESOURCE_CONTROL:
                return policies.resourceControl();
            default:
                return List.of();
        }
    }

    /** Whether nothing can be allowed, or hardly anything, because there is no such policy. */
    private static boolean isMissed(PolicyKind kind, AccessRequest request, PolicySet policies) {
        Principal principal = request.principal();
        switch (kind) {
            case IDENTITY:
                return principal.account() != null && !(principal instanceof Principal.RootUser);
            case SESSION:
                return principal instanceof Principal.FederatedUser;
            case RESOURCE:
                AccountId owner = request.resourceAccount();
                boolean alone = owner == null || owner.equals(principal.account());
                return policies.resource() == null && (principal.account() == null || !alone);
            default:
                return false;
        }
    }

    private static KindVerdict verdict(
            Explainer explainer,
            PolicyKind kind,
            List<PolicySource> sources,
            List<List<PolicySource>> levels,
            Principal principal) {
        for (PolicySource source : sources) {
            if (source.document().isUnreadable() || explainer.has(source, Effect.DENY)) {
                return new KindVerdict(kind, Verdict.DENIES, sources.size(), 0);
            }
        }
        for (int i = 0; i < levels.size(); i++) {
            if (!anyAllows(explainer, levels.get(i))) {
                return new KindVerdict(kind, Verdict.SILENT, sources.size(), i + 1);
            }
        }
        boolean resource = kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST;
        Verdict verdict =
                resource
                        ? strength(explainer, sources.get(0), principal)
                        : anyAllows(explainer, sources) ? Verdict.ALLOWS : Verdict.SILENT;
        return new KindVerdict(kind, verdict, sources.size(), 0);
    }

    private static boolean anyAllows(Explainer explainer, List<PolicySource> sources) {
        return sources.stream().anyMatch(source -> explainer.has(source, Effect.ALLOW));
    }

    private static Verdict strength(Explainer explainer, PolicySource source, Principal principal) {
        Strength strongest = Strength.NONE;
        for (Statement statement : explainer.statements(source)) {
            if (statement.effect() == Effect.ALLOW && explainer.matches(source, statement)) {
                strongest = Strength.stronger(strongest, statement.names(principal));
            }
        }
        switch (strongest) {
            case DIRECT:
                return Verdict.ALLOWS;
            case ROLE_LEVEL:
                return Verdict.ALLOWS_ROLE;
            case ACCOUNT:
                return Verdict.ALLOWS_ACCOUNT;
            default:
                return Verdict.SILENT;
        }
    }
}
