package dev.understudy.policy;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conditions that mostly fit the type of their key, and sometimes do not. */
final class RandomCondition {
    private static final List<String> STRINGS =
            List.of("alice", "ALICE", "x", "x:y", "*", "a?ice", "");
    private static final List<String> NUMBERS =
            List.of("5", "7", "5.0", "-3", "70000000000000000000", "1e999999999", "five", "");
    private static final List<String> DATES =
            List.of(
                    "2026",
                    "2026-01",
                    "2026-01-15",
                    "2026-01-15T12:00:00Z",
                    "2026-01-15T13:00:00+01:00",
                    "2026-01-15t12:00:00.5z",
                    "2026-01-15T12:00",
                    "1768478400",
                    "7",
                    "9223372036854775808",
                    "soon");
    private static final List<String> ADDRESSES =
            List.of("10.0.0.7", "10.0.1.7", "2001:db8::7", "2001:DB8:0:0:0:0:0:7", "10.0.0", "::");
    private static final List<String> BLOCKS =
            List.of("10.0.0.0/24", "10.0.0.9/16", "0.0.0.0/0", "2001:db8::/32", "::/0", "10.0.0/8");
    private static final List<String> ARNS =
            List.of("arn:aws:s3:::b/c", "arn:aws:sns:eu:111122223333:t:u", "arn:aws:s3", "none");
    private static final List<String> ARN_PATTERNS =
            List.of(
                    "arn:aws:s3:::b*",
                    "arn:*:s3:::*",
                    "arn:aws:sns:*",
                    "arn:aws:sns:*:111122223333:?:${k:s}",
                    "*",
                    "arn:aws:s3:::${missing}");
    private static final List<String> PATTERNS =
            List.of("a*", "?", "*:*", "${aws:username}", "${missing}", "${missing, 'x'}", "${*}");
    private static final List<String> BYTES = List.of("QQ==", "QUI=", "no base64", "");
    private static final List<String> BOOLEANS = List.of("true", "false", "TRUE", "maybe");

    /** A key with what requests have and policies want. */
    record Key(
            String name,
            boolean many,
            List<String> actual,
            List<String> wanted,
            List<String> operators) {}

    private static final List<String> STRING_OPERATORS =
            List.of(
                    "StringEquals",
                    "StringNotEquals",
                    "StringEqualsIgnoreCase",
                    "StringNotEqualsIgnoreCase",
                    "StringLike",
                    "StringNotLike");

    static final List<Key> KEYS =
            List.of(
                    new Key(
                            "aws:username",
                            false,
                            STRINGS,
                            both(STRINGS, PATTERNS),
                            STRING_OPERATORS),
                    new Key("k:s", false, STRINGS, both(STRINGS, PATTERNS), STRING_OPERATORS),
                    new Key("k:list", true, STRINGS, both(STRINGS, PATTERNS), STRING_OPERATORS),
                    new Key("k:n", false, NUMBERS, NUMBERS, orders("Numeric")),
                    new Key("k:numbers", true, NUMBERS, NUMBERS, orders("Numeric")),
                    new Key("k:d", false, DATES, DATES, orders("Date")),
                    new Key(
                            "k:ip",
                            false,
                            ADDRESSES,
                            both(ADDRESSES, BLOCKS),
                            List.of("IpAddress", "NotIpAddress")),
                    new Key(
                            "k:arn",
                            false,
                            ARNS,
                            both(ARNS, ARN_PATTERNS),
                            List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike")),
                    new Key("k:b", false, BOOLEANS, BOOLEANS, List.of("Bool")),
                    new Key("k:bytes", false, BYTES, BYTES, List.of("BinaryEquals")));

    private final Random random;

    RandomCondition(Random random) {
        this.random = random;
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    private static List<String> orders(String family) {
        return List.of(
                family + "Equals",
                family + "NotEquals",
                family + "LessThan",
                family + "LessThanEquals",
                family + "GreaterThan",
                family + "GreaterThanEquals");
    }

    /** Puts one or two operators into a condition block. */
    void addTo(ObjectNode block) {
        do {
            Key key = pick(KEYS);
            boolean foreign = random.nextInt(8) == 0;
            String operator = pick(foreign ? pick(KEYS).operators() : key.operators());
            ObjectNode keys = block.putObject(decorated(operator));
            String name =
                    random.nextInt(5) == 0
                            ? key.name().toUpperCase(java.util.Locale.ROOT)
                            : key.name();
            if (random.nextInt(3) == 0) {
                keys.put(name, pick(key.wanted()));
            } else {
                ArrayNode values = keys.putArray(name);
                for (int i = random.nextInt(3); i >= 0; i--) {
                    values.add(pick(key.wanted()));
                }
            }
        } while (random.nextInt(4) == 0);
        if (random.nextInt(6) == 0) {
            block.putObject("Null").put(pick(KEYS).name(), random.nextBoolean());
        }
    }

    private String decorated(String operator) {
        String prefix = pick(List.of("", "", "ForAllValues:", "ForAnyValue:"));
        return prefix + operator + (random.nextInt(4) == 0 ? "IfExists" : "");
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }
}
