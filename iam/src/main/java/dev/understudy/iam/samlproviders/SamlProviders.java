package dev.understudy.iam.samlproviders;

import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.SamlProvider;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Family;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The door of this folder: the operations of SAML providers, and providers as a family by ARN. */
public final class SamlProviders implements Family<SamlProvider> {
    static final SamlProviders FAMILY = new SamlProviders();
    private static final String TYPE = ":saml-provider/";

    private SamlProviders() {}

    /**
     * The operations.
     *
     * @param keyring seals private keys
     */
    public static List<Operation<?, ?>> operations(Keyring keyring) {
        return List.of(
                new CreateSAMLProvider(keyring),
                new DeleteSAMLProvider(),
                new GetSAMLProvider(),
                new ListSAMLProviders(),
                new ListSAMLProviderTags(),
                new TagSAMLProvider(),
                new UntagSAMLProvider(),
                new UpdateSAMLProvider(keyring));
    }

    @Override
    public @Nullable SamlProvider find(Account account, String arn) {
        int start = arn.indexOf(TYPE);
        SamlProvider provider =
                start < 0 ? null : account.samlProvider(arn.substring(start + TYPE.length()));
        return provider != null && provider.arn(account).equals(arn) ? provider : null;
    }

    @Override
    public AwsError missing(String arn) {
        return NoSuchEntity.samlProvider(arn);
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
    public Map<String, String> tags(SamlProvider provider) {
        return provider.tags();
    }
}
