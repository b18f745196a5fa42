package dev.understudy.policy;

import dev.understudy.policy.RandomDocument.Names;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;

/**
 * A principal with policies, and requests of his, in the form of a case of {@code spec/policy};
 * drawn from few words, so that they meet often.
 */
final class RandomWorld {
    static final JsonMapper JSON = new JsonMapper();

    private static final List<String> PRINCIPALS =
            List.of(
                    "{'type':'user','name':'p/a','id':'AIDAA'}",
                    "{'type':'user','name':'p/a','id':'AIDAA'}",
                    "{'type':'role','role':'p/r','id':'AROAR','session':'s'}",
                    "{'type':'role','role':'p/r','id':'AROAR','session':'s'}",
                    "{'type':'role','role':'q','id':'AROAQ','session':'s','serviceLinked':true}",
                    "{'type':'federated','name':'f','by':'p/a','byId':'AIDAA'}",
                    "{'type':'federated','name':'f'}",
                    "{'type':'root'}",
                    "{'type':'user','name':'p/a','id':'AIDAA','partition':'aws-cn'}",
                    "{'type':'service','name':'x.amazonaws.com'}",
                    "{'type':'outside','provider':'arn:aws:iam::111122223333:oidc-provider/x'}",
                    "{'type':'anonymous'}");
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "S3:GETOBJECT");
    private static final List<String> RESOURCES =
            List.of(
                    "arn:aws:s3:::b/alice/k",
                    "arn:aws:s3:::b/x:y",
                    "arn:aws:sqs:eu:111122223333:q",
                    "arn:aws-cn:s3:::b/k",
                    "*");
    private static final List<String> OWNERS =
            List.of("111122223333", "111122223333", "444455556666");

    private final Random random;
    private final ObjectNode json = JSON.createObjectNode();
    private final RandomDocument documents;

    RandomWorld(long seed) {
        this.random = new Random(seed);
        this.documents = new RandomDocument(random);
        json.put("name", "generated " + seed).put("source", "generated");
        json.set("principal", JSON.readTree(pick(PRINCIPALS).replace('\'', '"')));
        policies(json.putObject("policies"));
        ask();
    }

    private void policies(ObjectNode policies) {
        String type = type();
        boolean insider = List.of("user", "role", "federated", "root").contains(type);
        if (insider && !type.equals("root")) {
            fill(policies.putArray("identity"), random.nextInt(3));
            if (chance(3)) {
                policies.set("boundary", documents.next(Names.NONE));
            }
        }
        if ((type.equals("role") || type.equals("federated")) && chance(2)) {
            fill(policies.putArray("session"), 1 + random.nextInt(2));
        }
        if (!chance(3)) {
            policies.set(chance(4) ? "trust" : "resourcePolicy", documents.next(Names.ANYONE));
            policies.put("required", chance(3));
        }
        if (insider && chance(5)) {
            levels(policies.putArray("serviceControl"), Names.NONE);
        }
        if (chance(6)) {
            levels(policies.putArray("resourceControl"), Names.EVERYONE);
        }
        if (chance(8)) {
            policies.set("vpcEndpoint", documents.next(Names.ANYONE));
        }
    }

    private void levels(ArrayNode levels, Names names) {
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            ArrayNode level = levels.addArray();
            // Every level has the policy that allows everything, but for those that lost it.
            if (!chance(3)) {
                level.add(documents.everything(names));
            }
            level.add(documents.next(names));
        }
    }

    private void fill(ArrayNode list, int count) {
        for (int i = 0; i < count; i++) {
            if (chance(80)) {
                list.add("no policy");
            } else {
                list.add(documents.next(Names.NONE));
            }
        }
    }

    /** Asks something else of the same policies. */
    void ask() {
        json.put("action", pick(ACTIONS)).put("resource", pick(RESOURCES));
        if (chance(10)) {
            json.remove("owner");
        } else {
            json.put("owner", pick(OWNERS));
        }
        ObjectNode context = json.putObject("context");
        for (RandomCondition.Key key : RandomCondition.KEYS) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            if (key.many()) {
                ArrayNode values = context.putArray(key.name());
                for (int i = random.nextInt(3); i > 0; i--) {
                    values.add(pick(key.actual()));
                }
            } else {
                context.put(key.name(), pick(key.actual()));
            }
        }
    }

    private boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    String type() {
        return json.get("principal").get("type").asString();
    }

    /** A document that could be any of this world's. */
    ObjectNode document(Names names) {
        return documents.next(names);
    }

    /** The case; the next question changes it. */
    ObjectNode json() {
        return json;
    }
}
