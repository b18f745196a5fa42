package dev.understudy.catalog;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * AWS's managed policies, read from this module's data at the first question. A selection of the
 * best-known ones for now; the README says which.
 */
public final class AwsManagedPolicies {
    private static final String PREFIX = "arn:aws:iam::aws:policy";
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 17;

    private AwsManagedPolicies() {}

    /** The policy of this ARN; null if AWS has none, or this selection does not hold it. */
    public static @Nullable AwsManagedPolicy find(String arn) {
        return arn.startsWith(PREFIX) ? Holder.BY_ARN.get(arn) : null;
    }

    /** All of them, by ARN. */
    public static Collection<AwsManagedPolicy> all() {
        return Holder.BY_ARN.values();
    }

    /** Loads when a policy is first asked for, so that a start does not pay for it. */
    private static final class Holder {
        private static final Map<String, AwsManagedPolicy> BY_ARN = read();

        private Holder() {}
    }

    private static Map<String, AwsManagedPolicy> read() {
        Map<String, AwsManagedPolicy> policies = new LinkedHashMap<>();
        InputStream data = AwsManagedPolicies.class.getResourceAsStream("aws-managed-policies.tsv");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(data), StandardCharsets.UTF_8))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                AwsManagedPolicy policy = policy(line.split("\t", -1));
                policies.put(policy.arn(), policy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return policies;
    }

    private static AwsManagedPolicy policy(String[] columns) {
        String arn = PREFIX + columns[0] + columns[1];
        return new AwsManagedPolicy(
                arn,
                id(arn),
                columns[1],
                columns[0],
                Instant.parse(columns[2]),
                Instant.parse(columns[3]),
                columns[4],
                PolicyDocument.parse(columns[5]));
    }

    private static String id(String arn) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(arn.getBytes(StandardCharsets.UTF_8));
            StringBuilder id = new StringBuilder("ANPA");
            for (int i = 0; i < ID_LENGTH; i++) {
                id.append(ID_ALPHABET.charAt(hash[i] & 31));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
