package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.Account;
import dev.understudy.directory.OidcProvider;
import dev.understudy.federation.ThumbprintSource;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Family;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.operation.Quota;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The door of this folder: the operations of OpenID Connect providers, and providers as a family by
 * ARN.
 */
public final class OidcProviders implements Family<OidcProvider> {
    static final OidcProviders FAMILY = new OidcProviders();

    private OidcProviders() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations(ThumbprintSource thumbprints) {
        return List.of(
                new AddClientIDToOpenIDConnectProvider(),
                new CreateOpenIDConnectProvider(thumbprints),
                new DeleteOpenIDConnectProvider(),
                new GetOpenIDConnectProvider(),
                new ListOpenIDConnectProviders(),
                new ListOpenIDConnectProviderTags(),
                new RemoveClientIDFromOpenIDConnectProvider(),
                new TagOpenIDConnectProvider(),
                new UntagOpenIDConnectProvider(),
                new UpdateOpenIDConnectProviderThumbprint());
    }

    @Override
    public @Nullable OidcProvider find(Account account, String arn) {
        int start = arn.indexOf(":oidc-provider/");
        OidcProvider provider =
                start < 0
                        ? null
                        : account.oidcProvider(arn.substring(start + ":oidc-provider/".length()));
        return provider != null && provider.arn(account).equals(arn) ? provider : null;
    }

    @Override
    public AwsError missing(String arn) {
        return NoSuchEntity.openIdConnectProvider(arn);
    }

    /** The ARN itself, which is the name in requests. */
    @Override
    public String arn(Account account, String arn) {
        if (Arn.parseOrNull(arn) == null) {
            throw ValidationError.arn(arn);
        }
        return arn;
    }

    @Override
    public Map<String, String> tags(OidcProvider provider) {
        return provider.tags();
    }

    static void requireFewClientIds(List<String> ids, AuthenticatedCall call) {
        Limits.require(Quota.CLIENT_IDS_PER_OPEN_ID_CONNECT_PROVIDER, ids.size(), call);
    }

    static void requireFewThumbprints(List<String> prints, AuthenticatedCall call) {
        int most = call.quota(Quota.THUMBPRINTS_PER_OPEN_ID_CONNECT_PROVIDER);
        if (prints.size() > most) {
            throw InvalidInput.because(
                    "Thumbprint list must contain fewer than " + most + " entries.");
        }
    }
}
