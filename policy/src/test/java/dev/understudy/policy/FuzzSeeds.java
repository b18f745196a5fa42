package dev.understudy.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts that have broken readers of policies before, and some that ought to be read. */
final class FuzzSeeds {
    private FuzzSeeds() {}

    /** Documents, whole and broken: all that {@code spec/policy} has, and worse. */
    static List<String> documents() {
        List<String> documents = new ArrayList<>();
        for (ObjectNode given : SpecFiles.cases("malformed.json")) {
            documents.add(given.get("document").asString());
        }
        for (SpecWorld world : SpecWorld.in("worked.json")) {
            world.json()
                    .get("policies")
                    .findParents("Statement")
                    .forEach(d -> documents.add(d + ""));
        }
        for (SpecWorld world : SpecWorld.in("limits/unreadable.json")) {
            world.json()
                    .get("policies")
                    .path("identity")
                    .forEach(d -> documents.add(d.asString("")));
        }
        documents.add("{\"a\":".repeat(5_000));
        documents.add("[[".repeat(5_000) + "]]".repeat(5_000));
        documents.add("\"\\ud83d\\ude00\\ud83d\"");
        documents.add("{\"Statement\":" + "9".repeat(5_000) + "}");
        return documents;
    }

    /** Numbers, dates, addresses, booleans and patterns. */
    static List<String> values() {
        List<String> values = new ArrayList<>();
        RandomCondition.KEYS.forEach(key -> values.addAll(key.wanted()));
        for (String file : List.of("numeric", "date", "ip-address", "variables")) {
            for (SpecWorld world : SpecWorld.in("conditions/" + file + ".json")) {
                world.request().context().forEach((key, list) -> values.addAll(list));
                wanted(world.json().get("condition"), values);
            }
        }
        Stream.of(
                        "1e999999999",
                        "-1e-999999999",
                        "0." + "0".repeat(400) + "1",
                        "9".repeat(400),
                        "+292278993-12-31T23:59:59.999999999-23:59",
                        "-292275054-01-01T00:00:00+23:59",
                        "999999999-01-01",
                        "2026-01-15T12:00:00.",
                        "::ffff:1.2.3.256",
                        "1:2:3:4:5:6:7::",
                        "::1:2:3:4:5:6:7:8",
                        ":::",
                        ":",
                        "1.2.3.4/032",
                        "::/128/",
                        "fe80::1%25lo",
                        "${",
                        "${}",
                        "${,}",
                        "${${aws:username}}",
                        "${aws:username, '}'}",
                        "\\*",
                        "\uFFFE\uFFFF",
                        "*?".repeat(40),
                        "\ud83d\ude00")
                .forEach(values::add);
        return values;
    }

    private static void wanted(JsonNode node, List<String> values) {
        if (node.isContainer()) {
            node.forEach(item -> wanted(item, values));
        } else {
            values.add(node.asString());
        }
    }

    /** ARNs, patterns of them, and what is neither. */
    static List<String> arns() {
        return List.of(
                "arn:aws:s3:::b/*",
                "arn:aws:iam::111122223333:user/alice",
                "arn:aws:iam::111122223333:root",
                "111122223333",
                "AIDAALICE",
                "arn:aws:s3:::b/${aws:username}/*",
                "arn:${aws:PrincipalPartition}:s3:::b",
                "arn:aws:sns:*",
                "arn:aws:s3:?:?:b",
                "arn::::::",
                "arn:",
                ":::::",
                "::",
                "*",
                "**",
                "*:*",
                "",
                "${*}${?}${$}",
                "arn:aws:s3:::b/${a:b:c:d, 'x:y'}",
                "s3:Get*",
                "\u212Ams:*",
                "arn:aws:s3:::\ud83d\ude00?");
    }
}
