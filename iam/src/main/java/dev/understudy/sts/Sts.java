package dev.understudy.sts;

import dev.understudy.directory.Keyring;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.mfa.MfaCodes;
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
            KeySource keys,
            SamlResponseVerifier saml,
            Keyring keyring,
            MfaCodes codes,
            SecureRandom random) {
        CredentialMint mint = new CredentialMint(tokens, random);
        return List.of(
                new AssumeRole(mint, codes),
                new AssumeRoleWithSAML(mint, new SamlTrusts(keyring), saml, new AssertionMemory()),
                new AssumeRoleWithWebIdentity(mint, keys),
                new AssumeRoot(mint),
                new DecodeAuthorizationMessage(decisions),
                new GetAccessKeyInfo(),
                new GetCallerIdentity(),
                new GetFederationToken(mint),
                new GetSessionToken(mint, codes));
    }
}
