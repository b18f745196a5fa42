package dev.understudy.operation;

import java.util.List;

/**
 * Texts that are meant to harm whoever reads them as a name, number, time, ARN, document or key.
 */
final class HostileTexts {
    private static final int LONG = 100_000;

    static final List<String> SHORT =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\u0000b",
                    "\u001b[31m",
                    "\uFFFE\uFFFF",
                    "\uD83D\uDE80".repeat(40),
                    "\u0131\u0130\u017F\u212A",
                    "e\u0301".repeat(300),
                    "\u202Eecila",
                    "<x a='1'>&amp;]]></x>",
                    "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
                    "${aws:username}",
                    "${",
                    "%00%zz%",
                    "../../../etc/passwd",
                    "/",
                    "//",
                    "/a",
                    "*",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "00000001",
                    "2147483648",
                    "99999999999999999999",
                    "1e400",
                    "NaN",
                    "2026-13-45T99:99:99Z",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "-1000000000-01-01T00:00:00Z",
                    "arn:",
                    ":::::::",
                    "arn:aws:iam:::",
                    "arn:aws:iam::111122223333:user/",
                    "arn:aws:iam::111122223333:role",
                    "arn:aws:iam::999999999999:role/nobody",
                    "arn:aws:sts::111122223333:assumed-role/auditor/x",
                    "arn:aws:iam::aws:policy/NoSuchPolicy",
                    "v0",
                    "v99999999999999999999",
                    "{}",
                    "[]",
                    "{\"Version\":\"2012-10-17\"}",
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{}]}",
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":null,\"Resource\":[]}}",
                    "{\"Statement\":".repeat(400),
                    "[".repeat(2_000),
                    "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
                    "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                    "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                    "ssh-rsa AAAAB3NzaC1yc2E=",
                    "ssh-rsa ////",
                    "https://",
                    "https://[",
                    "https://id.example.org:99999/%zz",
                    "a.b.c",
                    "eyJhbGciOiJub25lIn0.e30.");

    /** A hundred thousand characters each, or nearly. */
    static final List<String> VERY_LONG =
            List.of(
                    "a".repeat(LONG),
                    "\u0131".repeat(LONG / 2),
                    "/a".repeat(LONG / 2) + "/",
                    "[".repeat(LONG),
                    "arn:aws:iam::111122223333:user/" + "*".repeat(LONG),
                    "<a>".repeat(LONG / 3));

    private HostileTexts() {}
}
