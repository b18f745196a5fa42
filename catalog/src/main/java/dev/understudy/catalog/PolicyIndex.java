package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of AWS's managed policies without their documents. Immutable. */
final class PolicyIndex {
    private static final String DATA = "aws-policies.txt";
    private static final String FORMAT = "understudy-policies 1";

    private final byte[] data;
    private final String source;
    private final List<AwsManagedPolicy> all;
    private final Map<String, AwsManagedPolicy> byArn;

    private PolicyIndex(byte[] data) {
        this.data = data;
        Cursor in = new Cursor(data, 0);
        if (!in.text().equals(FORMAT)) {
            throw new IllegalStateException(DATA + " is of another build");
        }
        source = in.text() + " " + in.text();
        int count = in.number();
        List<AwsManagedPolicy> policies = new ArrayList<>(count);
        byArn = HashMap.newHashMap(count);
        Map<String, String> paths = new HashMap<>();
        for (int i = 0; i < count; i++) {
            AwsManagedPolicy policy = read(in, paths);
            policies.add(policy);
            byArn.put(policy.arn(), policy);
        }
        all = List.copyOf(policies);
    }

    static PolicyIndex load() {
        try (InputStream in = PolicyIndex.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new IllegalStateException(DATA + " is missing: the build made none");
            }
            return new PolicyIndex(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AwsManagedPolicy read(Cursor in, Map<String, String> paths) {
        String path = paths.computeIfAbsent(in.text(), known -> known);
        String name = in.text();
        Instant created = Instant.ofEpochSecond(in.number());
        Instant updated = Instant.ofEpochSecond(in.number());
        String version = "v" + in.number();
        AwsManagedPolicy policy =
                new AwsManagedPolicy(this, name, path, created, updated, version, in.position());
        in.skipLine();
        return policy;
    }

    /** The versions whose part of a policy's line begins there, newest first. */
    List<AwsPolicyVersion> versions(int position) {
        Cursor in = new Cursor(data, position);
        int file = in.number();
        int[] numbers = in.numbers();
        int[] created = in.numbers();
        int[] blocks = in.numbers();
        int[] offsets = in.numbers();
        int[] lengths = in.numbers();
        List<AwsPolicyVersion> versions = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            versions.add(
                    new AwsPolicyVersion(
                            "v" + numbers[i],
                            Instant.ofEpochSecond(created[i]),
                            new PolicyPlace(file, blocks[i], offsets[i], lengths[i])));
        }
        return List.copyOf(versions);
    }

    @Nullable AwsManagedPolicy find(String arn) {
        return byArn.get(arn);
    }

    List<AwsManagedPolicy> all() {
        return all;
    }

    String source() {
        return source;
    }
}
