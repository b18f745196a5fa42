package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Reads the Authorization header. */
final class HeaderReader {
    private final String header;
    private @Nullable String credential;
    private @Nullable String signedHeaders;
    private @Nullable String signature;
    private @Nullable Set<String> others;

    private HeaderReader(String header) {
        this.header = header;
    }

    static Reading read(SigningHeaders headers) {
        return new HeaderReader(headers.authorization()).reading(headers);
    }

    private Reading reading(SigningHeaders headers) {
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
        String bad = blank < 0 ? null : readParts(blank + 1);
        if (bad != null) {
            return SignatureReader.refused(
                    "'"
                            + bad
                            + "' not a valid key=value pair (missing equal-sign) in"
                            + " Authorization header: '"
                            + header
                            + "'.");
        }
        String date = headers.amzDate() != null ? headers.amzDate() : headers.date();
        String missing = missing(date != null);
        if (!missing.isEmpty()) {
            return SignatureReader.refused(missing + "Authorization=" + header);
        }
        return dated(String.valueOf(date), headers);
    }

    private Reading dated(String date, SigningHeaders headers) {
        Instant time =
                headers.amzDate() != null ? AmzDate.parse(date) : AmzDate.parseDateHeader(date);
        if (time == null) {
            return SignatureReader.refused(
                    "Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
        }
        return Credential.presented(
                String.valueOf(credential),
                String.valueOf(signedHeaders),
                String.valueOf(signature),
                headers.amzDate() != null ? date : AmzDate.format(time),
                time,
                headers.token(),
                false);
    }

    /**
     * Takes the pairs apart; gives one that is none, or is there twice, and null if all are well.
     */
    private @Nullable String readParts(int from) {
        int start = from;
        while (start <= header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            String pair = header.substring(start, end).strip();
            int equals = pair.indexOf('=');
            if (equals < 0 || !put(pair.substring(0, equals), pair.substring(equals + 1))) {
                return pair;
            }
            start = end + 1;
        }
        return null;
    }

    /** Whether this is the first value of the name. */
    private boolean put(String name, String value) {
        switch (name) {
            case "Credential" -> {
                boolean first = credential == null;
                credential = value;
                return first;
            }
            case "SignedHeaders" -> {
                boolean first = signedHeaders == null;
                signedHeaders = value;
                return first;
            }
            case "Signature" -> {
                boolean first = signature == null;
                signature = value;
                return first;
            }
            default -> {
                if (others == null) {
                    others = new HashSet<>();
                }
                return others.add(name);
            }
        }
    }

    private String missing(boolean dated) {
        if (isGiven(credential) && isGiven(signature) && isGiven(signedHeaders) && dated) {
            return "";
        }
        String missing =
                lacks("Credential", credential)
                        + lacks("Signature", signature)
                        + lacks("SignedHeaders", signedHeaders);
        return dated
                ? missing
                : missing
                        + "Authorization header requires existence of either a 'X-Amz-Date' or a"
                        + " 'Date' header. ";
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static String lacks(String name, @Nullable String value) {
        return isGiven(value) ? "" : "Authorization header requires '" + name + "' parameter. ";
    }
}
