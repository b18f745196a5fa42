package dev.understudy.server.trust;

import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a call to assume a role would meet.
 *
 * @param trust the role's trust policy
 * @param roleTags the role's tags
 * @param providers the OpenID Connect providers of the role's account by their URLs without {@code
 *     https://}; null where there is none
 * @param keys where the providers' keys are
 * @param saml the SAML provider; null if there is none
 * @param supposed the names of findings that hold by supposition alone, with the reason
 */
record TrustWorld(
        PolicySource trust,
        Map<String, String> roleTags,
        Function<String, TrustedProvider.@Nullable Registered> providers,
        KeySource keys,
        @Nullable SamlTrust saml,
        Map<String, String> supposed,
        List<String> notes) {
    TrustWorld {
        roleTags = Map.copyOf(roleTags);
        supposed = Map.copyOf(supposed);
        notes = List.copyOf(notes);
    }
}
