package dev.understudy.policy;

import dev.understudy.policy.reference.Reference;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A request and its policies, drawn from few words, so that they meet often. */
final class RandomWorld {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AccountId OWN = AccountId.of("111122223333");
    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final Principal USER =
            new Principal.IamUser(OWN, "arn:aws:iam::111122223333:user/a", "AIDAA");
    private static final List<Principal> PRINCIPALS =
            List.of(
                    USER,
                    new Principal.RoleSession(
                            OWN,
                            "arn:aws:iam::111122223333:role/p/r",
                            "AROAR",
                            "arn:aws:sts::111122223333:assumed-role/r/s"),
                    new Principal.FederatedUser(
                            OWN, "arn:aws:sts::111122223333:federated-user/f", USER),
                    new Principal.RootUser("aws", OWN),
                    new Principal.ServicePrincipal("x.amazonaws.com"),
                    new Principal.FederatedIdentity("arn:aws:iam::111122223333:oidc-provider/x"),
                    new Principal.Anonymous());
    private static final List<String> TYPES =
            List.of("user", "role", "federated", "root", "service", "outside", "anonymous");
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "s3:*", "S3:get*", "s3:?etObject", "sqs:Send*", "s3:PutObject", "*:Get*");
    private static final List<String> RESOURCES =
            List.of(
                    "arn:aws:s3:::b/alice/k",
                    "arn:aws:s3:::b/x:y",
                    "arn:aws:sqs:eu:111122223333:q",
                    "*");
    private static final List<String> RESOURCE_PATTERNS =
            List.of(
                    "*",
                    "arn:aws:s3:::b/*",
                    "arn:aws:s3:::b/${aws:username}/*",
                    "arn:aws:s3:::b/${missing}/*",
                    "arn:aws:s3:::b/${missing, 'alice'}/*",
                    "arn:aws:sqs:*:111122223333:?",
                    "arn:aws:s3:::b/x:*",
                    "arn:aws:*:*:*:*",
                    "arn:aws:sqs:eu");
    private static final List<String> NAMES =
            List.of(
                    "\"*\"",
                    "{\"AWS\":\"*\"}",
                    "{\"AWS\":\"111122223333\"}",
                    "{\"AWS\":\"arn:aws:iam::111122223333:root\"}",
                    "{\"AWS\":\"arn:aws:iam::111122223333:user/a\"}",
                    "{\"AWS\":[\"AIDAA\",\"444455556666\"]}",
                    "{\"AWS\":\"arn:aws:iam::111122223333:role/p/r\"}",
                    "{\"AWS\":\"AROAR\"}",
                    "{\"AWS\":\"arn:aws:sts::111122223333:assumed-role/r/s\"}",
                    "{\"AWS\":\"arn:aws:sts::111122223333:federated-user/f\"}",
                    "{\"Service\":[\"x.amazonaws.com\",\"y.amazonaws.com\"]}",
                    "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/x\"}",
                    "{\"AWS\":\"444455556666\",\"Service\":\"x.amazonaws.com\"}");
    private static final List<String> OPERATORS =
            List.of(
                    "StringEquals",
                    "StringNotEquals",
                    "StringLike",
                    "StringNotLike",
                    "StringEqualsIgnoreCase",
                    "NumericEquals",
                    "NumericLessThan",
                    "NumericNotEquals",
                    "Bool",
                    "ArnLike",
                    "ArnNotLike",
                    "StringEqualsIfExists",
                    "StringNotLikeIfExists",
                    "ForAllValues:StringEquals",
                    "ForAnyValue:StringLike",
                    "ForAllValues:StringNotEquals",
                    "ForAnyValue:StringNotEquals",
                    "ForAnyValue:StringEqualsIfExists");
    private static final List<String> KEYS =
            List.of("aws:username", "AWS:UserName", "k:n", "k:list", "k:none", "k:arn");
    private static final List<String> VALUES =
            List.of(
                    "alice",
                    "ALICE",
                    "a*",
                    "*",
                    "5",
                    "7",
                    "true",
                    "x",
                    "y",
                    "${aws:username}",
                    "arn:aws:s3:::b*",
                    "arn:*:s3:::*");

    private final Random random;
    private final int who;
    private final AccessRequest request;
    private final PolicySet policies;
    private final Map<String, List<String>> context = new LinkedHashMap<>();

    RandomWorld(Random random) {
        this.random = random;
        this.who = random.nextInt(PRINCIPALS.size());
        RequestContext.Builder keys = RequestContext.builder();
        one(keys, "aws:username", List.of("alice", "*", "a?ice", "x:y"));
        one(keys, "k:n", List.of("5", "7", "no number"));
        one(keys, "k:arn", List.of("arn:aws:s3:::b/c", "arn:aws:s3:::x", "none"));
        many(keys);
        AccountId owner = random.nextInt(3) == 0 ? OTHER : OWN;
        this.request =
                new AccessRequest(
                        PRINCIPALS.get(who), pick(ACTIONS), pick(RESOURCES), owner, keys.build());
        this.policies = randomPolicies();
    }

    private void one(RequestContext.Builder keys, String key, List<String> values) {
        if (random.nextInt(3) > 0) {
            String value = pick(values);
            keys.put(key, value);
            context.put(key, List.of(value));
        }
    }

    private void many(RequestContext.Builder keys) {
        if (random.nextBoolean()) {
            List<String> values = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                values.add(pick(List.of("x", "y", "alice")));
            }
            keys.putAll("k:list", values);
            // A key of many values cannot be put into a variable, and none of the patterns names
            // it.
            context.put("k:list", values);
        }
    }

    private PolicySet randomPolicies() {
        PolicySet.Builder set = PolicySet.builder();
        boolean insider = request.principal().account() != null;
        boolean bounded = TYPES.get(who).equals("user") || TYPES.get(who).equals("role");
        if (insider && !TYPES.get(who).equals("root")) {
            set.identity(sources(PolicyKind.IDENTITY, random.nextInt(3)));
        }
        if (bounded && random.nextInt(3) == 0) {
            set.boundary(randomSource(PolicyKind.BOUNDARY));
        }
        boolean session = TYPES.get(who).equals("role") || TYPES.get(who).equals("federated");
        if (session && random.nextInt(2) == 0) {
            set.session(sources(PolicyKind.SESSION, 1 + random.nextInt(2)));
        }
        if (random.nextInt(3) > 0) {
            set.resource(randomSource(PolicyKind.RESOURCE))
                    .resourcePolicyRequired(random.nextInt(3) == 0);
        }
        if (insider && random.nextInt(5) == 0) {
            set.serviceControl(List.of(sources(PolicyKind.SERVICE_CONTROL, 1 + random.nextInt(2))));
        }
        return set.build();
    }

    private List<PolicySource> sources(PolicyKind kind, int count) {
        List<PolicySource> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(randomSource(kind));
        }
        return sources;
    }

    PolicySource randomSource(PolicyKind kind) {
        StringBuilder document = new StringBuilder("{");
        if (random.nextInt(4) > 0) {
            document.append("\"Version\":\"2012-10-17\",");
        }
        document.append("\"Statement\":[");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            document.append(i > 0 ? "," : "").append(statement(kind));
        }
        return new PolicySource(
                kind.name(), kind, PolicyDocument.parse(document.append("]}").toString()));
    }

    private String statement(PolicyKind kind) {
        StringBuilder s =
                new StringBuilder("{\"Effect\":\"")
                        .append(random.nextInt(4) == 0 ? "Deny" : "Allow")
                        .append('"');
        s.append(random.nextInt(6) == 0 ? ",\"NotAction\":" : ",\"Action\":")
                .append(list(ACTION_PATTERNS));
        s.append(random.nextInt(6) == 0 ? ",\"NotResource\":" : ",\"Resource\":")
                .append(list(RESOURCE_PATTERNS));
        if (kind == PolicyKind.RESOURCE) {
            s.append(random.nextInt(8) == 0 ? ",\"NotPrincipal\":" : ",\"Principal\":")
                    .append(pick(NAMES));
        }
        if (random.nextInt(3) == 0) {
            s.append(",\"Condition\":{\"")
                    .append(pick(OPERATORS))
                    .append("\":{\"")
                    .append(pick(KEYS))
                    .append("\":");
            s.append(list(VALUES)).append("}}");
        } else if (random.nextInt(8) == 0) {
            s.append(",\"Condition\":{\"Null\":{\"")
                    .append(pick(KEYS))
                    .append("\":\"")
                    .append(random.nextBoolean());
            s.append("\"}}");
        }
        return s.append('}').toString();
    }

    private String list(List<String> words) {
        return random.nextBoolean()
                ? "\"" + pick(words) + "\""
                : "[\"" + pick(words) + "\",\"" + pick(words) + "\"]";
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    AccessRequest request() {
        return request;
    }

    PolicySet policies() {
        return policies;
    }

    Reference.World reference() {
        return reference(policies);
    }

    /** The same request of other policies. */
    Reference.World reference(PolicySet policies) {
        List<Reference.Policy> plain = new ArrayList<>();
        policies.identity().forEach(source -> plain.add(plain(source)));
        policies.serviceControl()
                .forEach(level -> level.forEach(source -> plain.add(plain(source))));
        if (policies.session() != null) {
            policies.session().forEach(source -> plain.add(plain(source)));
        }
        if (policies.boundary() != null) {
            plain.add(plain(policies.boundary()));
        }
        if (policies.resource() != null) {
            plain.add(plain(policies.resource()));
        }
        Principal principal = request.principal();
        return new Reference.World(
                TYPES.get(who),
                SpecWorld.names(principal),
                SpecWorld.roleNames(principal),
                principal.account() == null ? "" : principal.account().digits(),
                request.action(),
                request.resource(),
                String.valueOf(request.resourceAccount()),
                context,
                plain,
                policies.session() != null,
                policies.boundary() != null,
                policies.resourcePolicyRequired());
    }

    private static Reference.Policy plain(PolicySource source) {
        return new Reference.Policy(source.kind().name(), JSON.readTree(source.document().text()));
    }

    @Override
    public String toString() {
        return request + "\n" + context + "\n" + policies;
    }
}
