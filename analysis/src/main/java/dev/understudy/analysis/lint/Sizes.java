package dev.understudy.analysis.lint;

/** POLICY_SIZE_EXCEEDS_*: AWS's default quotas, which can be raised for some kinds. */
final class Sizes {
    private static final int IDENTITY = 6_144;
    private static final int TRUST = 2_048;
    private static final int RESOURCE = 20_480;
    private static final int ORGANIZATION = 5_120;

    private Sizes() {}

    static void check(PolicyView policy, Findings findings) {
        String text = policy.text().text();
        int whole = text.length();
        int dense = (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
        switch (policy.kind()) {
            case IDENTITY, BOUNDARY ->
                    check(
                            Issue.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA,
                            dense,
                            IDENTITY,
                            policy,
                            findings);
            case TRUST ->
                    check(
                            Issue.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA,
                            dense,
                            TRUST,
                            policy,
                            findings);
            case RESOURCE, VPC_ENDPOINT ->
                    check(
                            Issue.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA,
                            whole,
                            RESOURCE,
                            policy,
                            findings);
            case SERVICE_CONTROL ->
                    check(
                            Issue.POLICY_SIZE_EXCEEDS_SCP_QUOTA,
                            whole,
                            ORGANIZATION,
                            policy,
                            findings);
            case RESOURCE_CONTROL ->
                    check(
                            Issue.POLICY_SIZE_EXCEEDS_RCP_QUOTA,
                            whole,
                            ORGANIZATION,
                            policy,
                            findings);
            case SESSION -> {
                // What counts of a session policy is its packed size, which AWS does not explain.
            }
        }
    }

    private static void check(
            Issue issue, int size, int most, PolicyView policy, Findings findings) {
        if (size > most) {
            findings.report(
                    issue,
                    Span.ofOpening(policy.top()),
                    "the policy has " + size + " characters that count, the quota is " + most,
                    "make several policies of it");
        }
    }
}
