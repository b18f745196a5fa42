package dev.understudy.server.trust;

import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;
import dev.understudy.server.check.PolicyFiles;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;

/** The world as files and options tell it: every provider that is asked for is there. */
final class FileWorld {
    private FileWorld() {}

    /**
     * @param clientIds whom the provider's tokens may be for; empty if nobody said
     * @param claimed whom the token says it is for, which is supposed to be right if nobody said
     */
    static TrustWorld of(TrustInputs inputs, Arn role, Path trustPolicy, List<String> claimed) {
        PolicySource trust = PolicyFiles.read(trustPolicy, PolicyKind.TRUST);
        boolean supposed = inputs.clientIds().isEmpty();
        List<String> clients = supposed ? claimed : inputs.clientIds();
        return new TrustWorld(
                trust,
                Map.of(),
                url ->
                        new TrustedProvider.Registered(
                                provider(role, "oidc-provider/" + url), url, clients, List.of()),
                keys(inputs),
                saml(inputs, role, trust),
                supposed
                        ? Map.of(
                                "audience", "a client id of the provider: give it with --client-id")
                        : Map.of(),
                List.of(
                        "by files: providers are taken to be registered in account "
                                + role.account()
                                + ", and organizations' policies are not looked at"));
    }

    static String provider(Arn role, String resource) {
        return "arn:" + role.partition() + ":iam::" + role.account() + ":" + resource;
    }

    static KeySource keys(TrustInputs inputs) {
        Path file = inputs.jwks();
        if (inputs.noVerify() || file == null) {
            return (wanted, now) -> new KeySource.Keys.NotAsked();
        }
        String text = TrustInputs.text(file);
        return KeySource.given(url -> text);
    }

    private static @Nullable SamlTrust saml(TrustInputs inputs, Arn role, PolicySource trust) {
        Path file = inputs.metadata();
        if (file == null) {
            return null;
        }
        SamlMetadata metadata = SamlMetadata.parse(TrustInputs.text(file));
        if (metadata == null) {
            throw new ConfigProblem(file + " is no metadata of a SAML identity provider");
        }
        return samlTrust(inputs, provider(inputs, role, trust), metadata, false);
    }

    /** The provider that was named, else the one that the trust policy names. */
    static String provider(TrustInputs inputs, Arn role, PolicySource trust) {
        String named = inputs.provider();
        if (named != null) {
            return named.startsWith("arn:") ? named : provider(role, "saml-provider/" + named);
        }
        String found = TrustInputs.onlySamlProvider(trust.document().text(), role.account());
        if (found == null) {
            throw new ConfigProblem(
                    "the trust policy does not name one SAML provider of account "
                            + role.account()
                            + ": say with --provider which");
        }
        return found;
    }

    static SamlTrust samlTrust(
            TrustInputs inputs, String arn, SamlMetadata metadata, boolean encryptionRequired) {
        Arn parsed = Arn.parseOrNull(arn);
        if (parsed == null) {
            throw new ConfigProblem("`--provider` is `" + arn + "`, and must be an ARN or a name");
        }
        PrivateKey key = inputs.key();
        return new SamlTrust(
                arn,
                AccountId.of(parsed.account()).digits(),
                parsed.resource().substring(parsed.resource().lastIndexOf('/') + 1),
                metadata,
                key == null ? List.of() : List.of(key),
                encryptionRequired);
    }
}
