package dev.understudy.sts;

import dev.understudy.directory.Keyring;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.delegation.ExchangeTokens;
import dev.understudy.iam.mfa.MfaCodes;
import dev.understudy.iam.outboundfederation.IssuerKeys;
import dev.understudy.iam.outboundfederation.IssuerUrls;
import dev.understudy.operation.Decisions;
import dev.understudy.operation.Operation;
import dev.understudy.operation.SessionTokens;

import java.security.SecureRandom;
import java.util.List;

/** The door of this folder: the operations of STS, with what they are made of. */
public final class Sts {
    private Sts() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations(
            SessionTokens tokens,
            Decisions decisions,
            IdentityProviders providers,
            SamlResponseVerifier saml,
            Keyring keyring,
            MfaCodes codes,
            SecureRandom random,
            IssuerKeys issuerKeys,
            IssuerUrls issuers) {
        CredentialMint mint = new CredentialMint(tokens, random);
        return List.of(
                new AssumeRole(mint, codes),
                new AssumeRoleWithSAML(mint, new SamlTrusts(keyring), saml, new AssertionMemory()),
                new AssumeRoleWithWebIdentity(mint, providers),
                new AssumeRoot(mint),
                new DecodeAuthorizationMessage(decisions),
                new GetAccessKeyInfo(),
                new GetCallerIdentity(),
                new GetDelegatedAccessToken(mint, new ExchangeTokens(keyring)),
                new GetFederationToken(mint),
                new GetSessionToken(mint, codes),
                new GetWebIdentityToken(issuerKeys, issuers));
    }
}
