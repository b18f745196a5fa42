package dev.understudy.policy;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;

/** Policy documents drawn from few words. */
final class RandomDocument {
    private static final List<String> ACTIONS =
            List.of("*", "s3:*", "S3:get*", "s3:?etObject", "sqs:Send*", "s3:PutObject", "*:Get*");
    private static final List<String> RESOURCES =
            List.of(
                    "*",
                    "**",
                    "arn:aws:s3:::b/*",
                    "arn:*:s3:::b/*",
                    "arn:aws:s3:::b/${aws:username}/*",
                    "arn:aws:s3:::b/${missing}/*",
                    "arn:aws:s3:::b/${missing, 'alice'}/*",
                    "arn:aws:s3:::b/${K:S}?k",
                    "arn:aws:s3:::b/x${*}",
                    "arn:aws:sqs:*:111122223333:?",
                    "arn:aws:sqs:${k:s}:111122223333:q",
                    "arn:aws:s3:::b/x:*",
                    "arn:aws:s3:::b/x:${k:list, 'y'}",
                    "arn:aws:*:*:*:*",
                    "arn:aws:sqs:eu");
    private static final List<String> PRINCIPALS =
            List.of(
                    "'*'",
                    "{'AWS':'*'}",
                    "{'AWS':'111122223333'}",
                    "{'AWS':'arn:aws:iam::111122223333:root'}",
                    "{'AWS':'arn:aws-cn:iam::111122223333:root'}",
                    "{'AWS':'arn:aws:iam::111122223333:user/p/a'}",
                    "{'AWS':['AIDAA','444455556666']}",
                    "{'AWS':'arn:aws:iam::111122223333:role/p/r'}",
                    "{'AWS':['AROAR','arn:aws:iam::111122223333:role/q']}",
                    "{'AWS':'arn:aws:sts::111122223333:assumed-role/r/s'}",
                    "{'AWS':'arn:aws:sts::111122223333:federated-user/f'}",
                    "{'Service':['x.amazonaws.com','y.amazonaws.com']}",
                    "{'Federated':'arn:aws:iam::111122223333:oidc-provider/x'}",
                    "{'AWS':'444455556666','Service':'x.amazonaws.com'}",
                    "{'CanonicalUser':'AIDAA'}");

    private final Random random;
    private final RandomCondition conditions;

    RandomDocument(Random random) {
        this.random = random;
        this.conditions = new RandomCondition(random);
    }

    /** What the statements of a type of policy say about principals. */
    enum Names {
        NONE,
        EVERYONE,
        ANYONE
    }

    /** Any document. */
    ObjectNode next(Names names) {
        ObjectNode document = RandomWorld.JSON.createObjectNode();
        if (!chance(4)) {
            document.put("Version", "2012-10-17");
        }
        ArrayNode statements = RandomWorld.JSON.createArrayNode();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            statements.add(statement(names, i));
        }
        boolean alone = statements.size() == 1 && chance(2);
        document.set("Statement", alone ? statements.get(0) : statements);
        return document;
    }

    /** The document that allows everything, as organizations attach to every level. */
    ObjectNode everything(Names names) {
        ObjectNode document = RandomWorld.JSON.createObjectNode();
        ObjectNode statement = document.put("Version", "2012-10-17").putObject("Statement");
        statement.put("Effect", "Allow").put("Action", "*").put("Resource", "*");
        if (names != Names.NONE) {
            statement.put("Principal", "*");
        }
        return document;
    }

    private ObjectNode statement(Names names, int number) {
        ObjectNode statement = RandomWorld.JSON.createObjectNode();
        statement.put("Sid", "s" + number).put("Effect", chance(4) ? "Deny" : "Allow");
        if (names == Names.EVERYONE) {
            statement.put("Principal", "*");
        } else if (names == Names.ANYONE) {
            String element = pick(PRINCIPALS).replace('\'', '"');
            statement.set(
                    chance(8) ? "NotPrincipal" : "Principal", RandomWorld.JSON.readTree(element));
        }
        words(statement, chance(6) ? "NotAction" : "Action", ACTIONS);
        if (names == Names.NONE || !chance(10)) {
            words(statement, chance(6) ? "NotResource" : "Resource", RESOURCES);
        }
        if (chance(2)) {
            conditions.addTo(statement.putObject("Condition"));
        }
        return statement;
    }

    private void words(ObjectNode statement, String name, List<String> words) {
        if (chance(2)) {
            statement.put(name, pick(words));
        } else {
            statement.putArray(name).add(pick(words)).add(pick(words));
        }
    }

    private boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }
}
