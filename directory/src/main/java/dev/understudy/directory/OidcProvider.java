package dev.understudy.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An OpenID Connect provider that an account trusts.
 *
 * @param url without {@code https://}
 * @param clientIds the audiences its tokens may be for
 * @param thumbprints of certificates, 40 hexadecimal digits each
 */
public record OidcProvider(
        String url,
        List<String> clientIds,
        List<String> thumbprints,
        Instant createDate,
        Map<String, String> tags)
        implements Tagged {
    public OidcProvider {
        clientIds = List.copyOf(clientIds);
        thumbprints = List.copyOf(thumbprints);
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.OIDC_PROVIDER, url);
    }

    /** The ARN. */
    public String arn(Account account) {
        return Arns.iam(account, "oidc-provider", "/" + url);
    }

    @Override
    public OidcProvider withTags(Map<String, String> newTags) {
        return new OidcProvider(url, clientIds, thumbprints, createDate, newTags);
    }

    /** The same with these client ids. */
    public OidcProvider withClientIds(List<String> ids) {
        return new OidcProvider(url, ids, thumbprints, createDate, tags);
    }

    /** The same with these thumbprints. */
    public OidcProvider withThumbprints(List<String> prints) {
        return new OidcProvider(url, clientIds, prints, createDate, tags);
    }
}
