package dev.understudy.signature;

import java.time.Instant;

/** Reads the signature of a presigned request. */
final class PresignedReader {
    private static final int MOST_SECONDS = 604_800;
    private static final String[] REQUIRED = {
        "X-Amz-Algorithm",
        "X-Amz-Credential",
        "X-Amz-Date",
        "X-Amz-SignedHeaders",
        "X-Amz-Signature"
    };

    private PresignedReader() {}

    static Reading read(QueryParameters query) {
        StringBuilder missing = new StringBuilder();
        for (String name : REQUIRED) {
            String value = query.get(name);
            if (value == null || value.isEmpty()) {
                missing.append("AWS query-string parameters must include '")
                        .append(name)
                        .append("'. ");
            }
        }
        if (missing.length() > 0) {
            return SignatureReader.refused(missing.toString().strip());
        }
        if (!SignatureReader.ALGORITHM.equals(query.get("X-Amz-Algorithm"))) {
            return SignatureReader.refused(
                    "Unsupported AWS 'algorithm': '"
                            + query.get("X-Amz-Algorithm")
                            + "', only '"
                            + SignatureReader.ALGORITHM
                            + "' is supported.");
        }
        String expires = query.get("X-Amz-Expires");
        if (expires != null && !isLifetime(expires)) {
            return SignatureReader.refused(
                    "X-Amz-Expires must be a number of seconds between 1 and a week.");
        }
        String date = String.valueOf(query.get("X-Amz-Date"));
        Instant time = AmzDate.parse(date);
        if (time == null) {
            return SignatureReader.refused(
                    "Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
        }
        return Credential.presented(
                String.valueOf(query.get("X-Amz-Credential")),
                String.valueOf(query.get("X-Amz-SignedHeaders")),
                String.valueOf(query.get("X-Amz-Signature")),
                date,
                time,
                query.token(),
                true);
    }

    private static boolean isLifetime(String text) {
        if (text.isEmpty()
                || text.length() > 6
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int seconds = Integer.parseInt(text);
        return seconds >= 1 && seconds <= MOST_SECONDS;
    }
}
