package dev.understudy.operation;

import dev.understudy.iam.SampleFiles;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Texts to fill members with: by the member's name those that mean something in the accounts, which
 * grow by what answers tell, and those that are meant to harm.
 */
final class FuzzTexts {
    private static final int MOST_LEARNED = 24;
    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":[\"sts:AssumeRole\",\"sts:TagSession\"]}}";
    private static final String ARN = "arn:aws:iam::111122223333:";

    /** What fits many members, tried where nothing is known for a member's name. */
    private static final List<String> COMMON =
            List.of(
                    "a",
                    "sample",
                    "/",
                    "/team/",
                    "blue",
                    "123456",
                    "111122223333",
                    "sample-text-of-more-than-sixteen",
                    "0123456789012345678901234567890123456789",
                    "https://id.example.org",
                    ARN + "user/alice",
                    ARN + "role/auditor",
                    ALLOW);

    private final RandomGenerator random;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Set<String> kept;

    /**
     * @param kept what is never learned, so that no request takes away who sends them
     */
    FuzzTexts(RandomGenerator random, Set<String> kept) {
        this.random = random;
        this.kept = kept;
        names();
        arns();
        documents();
        files();
    }

    private void names() {
        know("UserName", "alice", "bob", "newcomer");
        know("NewUserName", "carol", "alice");
        know("GroupName", "developers", "testers");
        know("NewGroupName", "testers", "others");
        know("RoleName", "auditor", "builder", "AWSServiceRoleForAutoScaling");
        know("PolicyName", "readers", "edge", "inline");
        know("InstanceProfileName", "web", "batch");
        know("ServerCertificateName", "site", "shop");
        know("VirtualMFADeviceName", "phone", "tablet");
        know("AccountAlias", "trusting", "newcomers");
        know("AWSServiceName", "autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com");
        know("ServiceName", "codecommit.amazonaws.com", "cassandra.amazonaws.com");
        know("ServicePrincipal", "cloudtrail.amazonaws.com", "iam.amazonaws.com");
        know("ServiceNamespace", "s3", "iam");
        know("ServiceNamespaces", "s3", "iam");
        know("ActionNames", "s3:GetObject", "iam:CreateRole", "s3:*");
        know("VersionId", "v1", "v2");
        know("Url", "https://id.example.org", "https://login.example.net/tenant");
        know("Email", "one@example.com", "two@example.com");
        know("RoleSessionName", "session");
        know("SigningAlgorithm", "RS256", "ES384");
        know("Password", "Correct-Horse-9", "b");
        know("OldPassword", "Correct-Horse-9");
        know("NewPassword", "Battery-Staple-8");
        know("PolicyType", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY");
        know("Filter", "SERVICE_CONTROL_POLICY");
        know("Encoding", "SSH", "PEM");
        know("InstanceId", "i-0123456789abcdef0", "i-00000000000000001", "i-01234567");
        know("Name", "web", "instance-id");
        know("AssociationId", "iip-assoc-0123456789abcdef0");
    }

    private void arns() {
        know("PolicyArn", ARN + "policy/readers", "arn:aws:iam::aws:policy/ReadOnlyAccess");
        know("PermissionsBoundary", ARN + "policy/edge");
        know("RoleArn", ARN + "role/auditor", "arn:aws:iam::444455556666:role/guest");
        know("Arn", ARN + "user/alice", ARN + "role/auditor", ARN + "instance-profile/web");
        know("PolicySourceArn", ARN + "user/alice", ARN + "group/developers");
        know("CallerArn", ARN + "user/alice");
        know("SerialNumber", ARN + "mfa/phone", "GAHT12345678");
        know("SAMLProviderArn", ARN + "saml-provider/idp");
        know("OpenIDConnectProviderArn", ARN + "oidc-provider/id.example.org");
    }

    private void documents() {
        know("PolicyDocument", ALLOW, TRUST);
        know("AssumeRolePolicyDocument", TRUST);
        know("Policy", ALLOW);
        know("Content", ALLOW);
        know("PolicyInputList", ALLOW);
        know("ResourcePolicy", TRUST);
    }

    private void files() {
        know("SSHPublicKeyBody", SampleFiles.text("ssh-rsa.pub"), SampleFiles.text("ssh-rsa.pem"));
        know("SAMLMetadataDocument", SampleFiles.text("saml-metadata.xml"));
        know("PrivateKey", SampleFiles.text("key-pkcs8.pem"), SampleFiles.text("key-ec.pem"));
        know("CertificateChain", SampleFiles.text("chain.pem"));
        know(
                "CertificateBody",
                SampleFiles.text("server.pem"),
                SampleFiles.text("server-ec.pem"),
                SampleFiles.text("signing.pem"));
        know("AddPrivateKey", SampleFiles.text("saml-key.pem"));
    }

    private void know(String member, String... texts) {
        known.computeIfAbsent(member, name -> new ArrayList<>()).addAll(List.of(texts));
    }

    /** Notes the text of an answer's element, if members of other requests may want it. */
    void learn(String shown, String text) {
        // EC2's answers write small what its requests write large.
        String element =
                shown.isEmpty()
                        ? ""
                        : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
        boolean names = element.matches(".*(Id|Arn|Name|Marker|SerialNumber|NextToken)");
        if (!names || text.isEmpty() || text.length() > 2_000 || kept.contains(text)) {
            return;
        }
        for (String name : List.of(element, kind(text))) {
            List<String> texts = known.computeIfAbsent(name, n -> new ArrayList<>());
            if (!texts.contains(text)) {
                if (texts.size() < MOST_LEARNED) {
                    texts.add(text);
                } else {
                    texts.set(random.nextInt(texts.size()), text);
                }
            }
        }
    }

    /** What ids and ARNs of one sort have in common: Organizations calls all of its own Id. */
    private static String kind(String text) {
        if (text.startsWith("arn:")) {
            return "Arn";
        }
        int dash = text.indexOf('-');
        return dash > 0 && dash < 4 ? text.substring(0, dash + 1) : "Id";
    }

    /** A text for the member that passes; null if none is known that does. */
    @Nullable String good(String member, Predicate<String> passes) {
        for (String name : List.of(member, "Arn", "Id", "r-", "ou-", "p-", "car-")) {
            String found = pick(known.getOrDefault(name, List.of()), passes);
            if (found != null) {
                return found;
            }
        }
        return pick(COMMON, passes);
    }

    private @Nullable String pick(List<String> texts, Predicate<String> passes) {
        int first = texts.isEmpty() ? 0 : random.nextInt(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get((first + i) % texts.size());
            if (passes.test(text)) {
                return text;
            }
        }
        return null;
    }

    /** A text that is meant to harm. */
    String hostile() {
        return any(HostileTexts.SHORT);
    }

    /** One of the long ones; they cost a thousand times the others. */
    String veryLong() {
        return any(HostileTexts.VERY_LONG);
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
