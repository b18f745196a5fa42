package dev.understudy.iam.outboundfederation;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The URLs of accounts as issuers of tokens. Each has an id of its own, and is AWS's URL with it,
 * under which it is stored; where a base is configured, what callers and relying parties see is the
 * base followed by the id, so that they find this server.
 */
public final class IssuerUrls {
    private static final String SCHEME = "https://";
    private static final String DOMAIN = ".tokens.sts.global.api.aws";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final @Nullable String base;

    /**
     * URLs below a base.
     *
     * @param base without a slash at its end; null for AWS's own URLs
     */
    public IssuerUrls(@Nullable String base) {
        this.base = base;
    }

    /** The stored form of the issuer with this id. */
    static String stored(UUID id) {
        return stored(id.toString());
    }

    private static String stored(String id) {
        return SCHEME + id + DOMAIN;
    }

    /** The id of the issuer that is stored so. */
    static String id(String stored) {
        return stored.substring(SCHEME.length(), stored.length() - DOMAIN.length());
    }

    /** What the issuer that is stored so calls itself. */
    public String url(String stored) {
        return base == null ? stored : base + "/" + id(stored);
    }

    /**
     * The stored form of the issuer that a request for one of its documents means; null if it means
     * none.
     *
     * @param host of the request, with or without a port
     * @param path of the request, without the document's own part
     */
    @Nullable String asked(@Nullable String host, String path) {
        String name = host == null ? "" : host.replaceFirst(":[0-9]*$", "");
        if (path.isEmpty() && name.endsWith(DOMAIN)) {
            return known(name.substring(0, name.length() - DOMAIN.length()));
        }
        String above = basePath() + "/";
        return base != null && path.startsWith(above)
                ? known(path.substring(above.length()))
                : null;
    }

    private static @Nullable String known(String id) {
        return ID.matcher(id).matches() ? stored(id) : null;
    }

    private String basePath() {
        return base == null ? "" : java.net.URI.create(base).getRawPath();
    }
}
