package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The path in the canonical request. All services but S3 normalise it and encode what is already
 * encoded once more; S3 takes the path as it is.
 */
final class CanonicalPath {
    private static final Set<String> AS_IS =
            Set.of("s3", "s3-outposts", "s3-object-lambda", "s3express");

    private CanonicalPath() {}

    static void write(String rawPath, String service, Bytes out) {
        if (rawPath.isEmpty() || rawPath.equals("/")) {
            out.add('/');
        } else if (AS_IS.contains(service)) {
            PercentDecoding.decode(rawPath).forEach(b -> out.addEncoded(b, true));
        } else {
            for (byte b : normalised(rawPath).getBytes(StandardCharsets.UTF_8)) {
                out.addEncoded(b, true);
            }
        }
    }

    /** Without empty and dot segments; a slash at the end stays. */
    private static String normalised(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String joined = "/" + String.join("/", segments);
        boolean folder = path.endsWith("/") && !segments.isEmpty();
        return folder ? joined + "/" : joined;
    }
}
