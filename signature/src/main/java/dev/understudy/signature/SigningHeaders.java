package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The headers that say how a request is signed, found in one pass. */
final class SigningHeaders {
    private static final int DATE = 4;
    private static final int AMZ_DATE = 10;
    private static final int AUTHORIZATION = 13;
    private static final int AMZ_SECURITY_TOKEN = 20;

    private int authorizations;
    private @Nullable String authorization;
    private @Nullable String amzDate;
    private @Nullable String date;
    private @Nullable String token;
    private @Nullable String contentHash;
    private @Nullable String host;
    private @Nullable String repeated;

    private SigningHeaders() {}

    static SigningHeaders of(List<HttpHeader> headers) {
        SigningHeaders found = new SigningHeaders();
        for (int i = 0; i < headers.size(); i++) {
            found.see(headers.get(i));
        }
        return found;
    }

    /** Few headers have the length of one that counts, so most are passed by at once. */
    private void see(HttpHeader header) {
        String name = header.name();
        switch (name.length()) {
            case DATE -> {
                if (name.equalsIgnoreCase("Host")) {
                    host = once(host, "Host", header);
                } else if (date == null && name.equalsIgnoreCase("Date")) {
                    date = header.value().strip();
                }
            }
            case AMZ_DATE -> {
                if (name.equalsIgnoreCase("X-Amz-Date")) {
                    amzDate = once(amzDate, "X-Amz-Date", header);
                }
            }
            case AUTHORIZATION -> {
                if (name.equalsIgnoreCase("Authorization")) {
                    authorizations++;
                    authorization = header.value().strip();
                }
            }
            case AMZ_SECURITY_TOKEN -> {
                if (name.equalsIgnoreCase("X-Amz-Security-Token")) {
                    token = once(token, "X-Amz-Security-Token", header);
                } else if (name.equalsIgnoreCase("X-Amz-Content-SHA256")) {
                    contentHash = once(contentHash, "X-Amz-Content-SHA256", header);
                }
            }
            default -> {
                // says nothing about the signature
            }
        }
    }

    private String once(@Nullable String before, String name, HttpHeader header) {
        if (before != null) {
            repeated = name;
        }
        return header.value().strip();
    }

    /** How many Authorization headers there are. */
    int authorizations() {
        return authorizations;
    }

    /** The Authorization header; empty if there is none. */
    String authorization() {
        return authorization == null ? "" : authorization;
    }

    @Nullable String amzDate() {
        return amzDate;
    }

    @Nullable String date() {
        return date;
    }

    @Nullable String token() {
        return token;
    }

    /** A header that may be given once, and is given more often; null if none is. */
    @Nullable String repeated() {
        return repeated;
    }
}
