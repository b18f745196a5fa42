package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads the Authorization header. */
final class HeaderReader {
    private HeaderReader() {}

    static Reading read(HttpMessage message, @Nullable String token) {
        String header = String.valueOf(SignatureReader.header(message.headers(), "Authorization"));
        int blank = header.indexOf(' ');
        String algorithm = blank < 0 ? header : header.substring(0, blank);
        if (!algorithm.equals(SignatureReader.ALGORITHM)) {
            return SignatureReader.refused(
                    "Unsupported AWS 'algorithm': '"
                            + algorithm
                            + "', only '"
                            + SignatureReader.ALGORITHM
                            + "' is supported.");
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : blank < 0 ? new String[0] : header.substring(blank + 1).split(",", -1)) {
            String pair = part.strip();
            int equals = pair.indexOf('=');
            if (equals < 0
                    || parts.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                return SignatureReader.refused(
                        "'"
                                + pair
                                + "' not a valid key=value pair (missing equal-sign) in"
                                + " Authorization header: '"
                                + header
                                + "'.");
            }
        }
        String amzDate = SignatureReader.header(message.headers(), "X-Amz-Date");
        String date = SignatureReader.header(message.headers(), "Date");
        String missing = missing(parts, amzDate != null || date != null);
        if (!missing.isEmpty()) {
            return SignatureReader.refused(missing + "Authorization=" + header);
        }
        Instant time =
                amzDate != null
                        ? AmzDate.parse(amzDate)
                        : AmzDate.parseDateHeader(String.valueOf(date));
        if (time == null) {
            return SignatureReader.refused(
                    "Date must be in ISO-8601 'basic format'. Got '"
                            + (amzDate != null ? amzDate : date)
                            + "'.");
        }
        return Credential.presented(
                String.valueOf(parts.get("Credential")),
                String.valueOf(parts.get("SignedHeaders")),
                String.valueOf(parts.get("Signature")),
                time,
                token,
                false);
    }

    private static String missing(Map<String, String> parts, boolean dated) {
        StringBuilder missing = new StringBuilder();
        for (String name : new String[] {"Credential", "Signature", "SignedHeaders"}) {
            if (parts.getOrDefault(name, "").isEmpty()) {
                missing.append("Authorization header requires '")
                        .append(name)
                        .append("' parameter. ");
            }
        }
        if (!dated) {
            missing.append(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                            + " header. ");
        }
        return missing.toString();
    }
}
