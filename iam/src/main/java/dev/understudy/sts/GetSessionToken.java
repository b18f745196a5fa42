package dev.understudy.sts;

import dev.understudy.iam.mfa.MfaCodes;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Temporary credentials of the caller itself, with the proof of its multi-factor device if it gives
 * one. No policy has a say.
 */
final class GetSessionToken
        implements ReadOperation<GetSessionTokenRequest, GetSessionTokenResponse> {
    private static final int DEFAULT_SECONDS = 43_200;
    private static final int MOST_FOR_ROOT = 3_600;

    private final CredentialMint mint;
    private final MfaCodes codes;

    GetSessionToken(CredentialMint mint, MfaCodes codes) {
        this.mint = mint;
        this.codes = codes;
    }

    @Override
    public Access access(GetSessionTokenRequest input, AuthenticatedCall call) {
        return new Access.AnySignedCaller();
    }

    @Override
    public GetSessionTokenResponse execute(GetSessionTokenRequest input, AuthorizedCall call) {
        Instant mfaAt = codes.verify(input.serialNumber(), input.tokenCode(), call);
        int seconds = input.durationSeconds() == null ? DEFAULT_SECONDS : input.durationSeconds();
        if (call.caller().principal() instanceof Principal.RootUser) {
            seconds = Math.min(seconds, MOST_FOR_ROOT);
        }
        Session session =
                new Session(
                        Session.Kind.USER,
                        call.accountId(),
                        call.caller().userId(),
                        "",
                        call.now(),
                        call.now().plusSeconds(seconds),
                        null,
                        List.of(),
                        Map.of(),
                        Set.of(),
                        null,
                        mfaAt,
                        null,
                        Map.of());
        return GetSessionTokenResponse.builder().credentials(mint.mint(session)).build();
    }
}
