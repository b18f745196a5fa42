package dev.understudy.directory;

import java.util.Map;

/** An entity with tags. */
public sealed interface Tagged extends Entity
        permits User,
                Role,
                ManagedPolicy,
                InstanceProfile,
                OidcProvider,
                SamlProvider,
                MfaDevice,
                ServerCertificate {
    /** The tags by key, in the order they were set. */
    Map<String, String> tags();

    /** The same with these tags instead. */
    Tagged withTags(Map<String, String> tags);
}
