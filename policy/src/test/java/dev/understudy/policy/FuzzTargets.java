package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What any text at all may be fed to: nothing may throw, hang or recurse deeply, and what has a
 * plain reference must agree with it.
 */
final class FuzzTargets {
    private static final Principal ALICE =
            new Principal.IamUser(
                    AccountId.of("111122223333"),
                    "arn:aws:iam::111122223333:user/alice",
                    "AIDAALICE");
    private static final RequestContext CONTEXT =
            RequestContext.builder()
                    .put("aws:username", "alice")
                    .put("aws:SourceIp", "2001:db8::1")
                    .putAll("aws:TagKeys", List.of("a", "b"))
                    .build();

    /** Families whose forms the reference knows to the letter. */
    private static final List<String> OPERATORS =
            List.of(
                    "StringEquals",
                    "StringNotEqualsIgnoreCase",
                    "StringLike",
                    "ForAllValues:StringNotLike",
                    "DateEquals",
                    "DateNotEquals",
                    "DateLessThan",
                    "Bool",
                    "IpAddress",
                    "NotIpAddressIfExists",
                    "ArnLike",
                    "ArnNotEquals",
                    "Null");

    /** Families of which only an answer is wanted, whatever it is. */
    private static final List<String> LOOSE =
            List.of("NumericEquals", "NumericNotEquals", "NumericLessThan", "BinaryEquals");

    private FuzzTargets() {}

    /** Reads the text as every kind of document, and decides by what was read. */
    static void document(String text) {
        for (PolicyKind kind : PolicyKind.values()) {
            assertThat(PolicyReader.read(text, kind)).isNotNull();
        }
        assertThat(PolicyReader.readInline(text)).isNotNull();
        PolicyDocument document;
        try {
            document = PolicyDocument.parse(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(document.rewritePrincipals(UnaryOperator.identity())).isEqualTo(text);
        assertThat(document.size()).isBetween(1, text.length());
        for (Statement statement : document.statements()) {
            assertThat(text).contains(statement.text());
            assertThat(statement.end().offset()).isGreaterThan(statement.start().offset());
        }
        decide(document, "s3:GetObject", "arn:aws:s3:::b/alice");
    }

    private static void decide(PolicyDocument document, String action, String resource) {
        PolicySource identity = new PolicySource("i", PolicyKind.IDENTITY, document);
        PolicySource policy = new PolicySource("r", PolicyKind.RESOURCE, document);
        PolicySet policies =
                PolicySet.builder().identity(List.of(identity)).resource(policy).build();
        AccessRequest request = new AccessRequest(ALICE, action, resource, null, CONTEXT);
        Explanation explanation = Evaluator.explain(request, policies);
        assertThat(explanation.decision()).isEqualTo(Evaluator.decide(request, policies));
        assertThat(RandomWorld.JSON.readTree(explanation.toJson()).isObject()).isTrue();
        assertThat(explanation.oneLine()).isNotBlank();
        assertThat(explanation.toText()).isNotBlank();
    }

    /** Holds one text against another by every operator. */
    static void condition(String wanted, String actual) {
        for (String operator : OPERATORS) {
            ObjectNode given = world("a:b", "*");
            given.putObject("context").put("k:x", actual).put("aws:username", "alice");
            statement(given).putObject("Condition").putObject(operator).put("k:x", wanted);
            agree(given);
        }
        for (String operator : LOOSE) {
            ObjectNode given = world("a:b", "*");
            given.putObject("context").put("k:x", actual);
            statement(given).putObject("Condition").putObject(operator).put("k:x", wanted);
            answer(given);
        }
    }

    /** Holds one text against another as resources, as actions, and as principals. */
    static void arn(String pattern, String text) {
        Arn arn = Arn.parseOrNull(text);
        assertThat(arn == null ? text : arn.toString()).isEqualTo(text);
        ObjectNode resources = world("a:b", text);
        statement(resources).put("Resource", pattern);
        agree(resources);
        ObjectNode actions = world(text, "*");
        statement(actions).put("Action", pattern);
        agree(actions);
        ObjectNode principals = world("a:b", "*");
        ObjectNode policy = RandomWorld.JSON.createObjectNode();
        policy.set("Statement", statement(principals).deepCopy());
        policy.withObject("/Statement").putObject("Principal").put("AWS", pattern);
        principals.withObject("/policies").set("resourcePolicy", policy);
        agree(principals);
    }

    /** A world in which alice may, by one statement that a target makes harder to match. */
    private static ObjectNode world(String action, String resource) {
        ObjectNode given = RandomWorld.JSON.createObjectNode();
        given.putObject("principal")
                .put("type", "user")
                .put("name", "alice")
                .put("id", "AIDAALICE");
        given.put("action", action).put("resource", resource);
        ObjectNode document = given.putObject("policies").putArray("identity").addObject();
        ObjectNode statement = document.put("Version", "2012-10-17").putObject("Statement");
        statement.put("Sid", "s").put("Effect", "Allow").put("Action", "*").put("Resource", "*");
        return given;
    }

    private static ObjectNode statement(ObjectNode given) {
        return (ObjectNode) given.at("/policies/identity/0/Statement");
    }

    private static void agree(ObjectNode given) {
        String decided = answer(given);
        if (decided != null) {
            assertThat(decided).as("%s", given).isEqualTo(Reference.decide(given));
        }
    }

    /** Null for what no document may hold: half of a surrogate pair. */
    private static @Nullable String answer(ObjectNode given) {
        PolicySet policies;
        try {
            policies = SpecWorld.policies(given);
        } catch (IllegalArgumentException refused) {
            return null;
        }
        return SpecWorld.text(Evaluator.decide(SpecWorld.request(given), policies));
    }
}
