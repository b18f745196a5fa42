package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.DelegationRequest.Approver;
import dev.understudy.iam.delegation.ExchangeTokens;
import dev.understudy.iam.errors.ExpiredTradeInToken;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Session;
import dev.understudy.operation.SessionArns;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Trades the exchange token of a delegation request for credentials of whoever accepted it, within
 * what was asked for. A token is good once; the credentials are good as long as access was granted.
 */
final class GetDelegatedAccessToken
        implements WriteOperation<GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse> {
    private final CredentialMint mint;
    private final ExchangeTokens tokens;

    GetDelegatedAccessToken(CredentialMint mint, ExchangeTokens tokens) {
        this.mint = mint;
        this.tokens = tokens;
    }

    @Override
    public Access access(GetDelegatedAccessTokenRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("sts:GetDelegatedAccessToken", "*", call.accountId()));
    }

    @Override
    public GetDelegatedAccessTokenResponse execute(
            GetDelegatedAccessTokenRequest input, WritingCall call) {
        DelegationRequest request = tokens.open(input.tradeInToken(), call.account(), call.now());
        Approver approver = request.progress().approver();
        String owner = request.ownerAccountId();
        Account account = owner == null ? null : call.account(AccountId.of(owner));
        String principal =
                approver == null || account == null
                        ? null
                        : SessionArns.delegated(account, approver.principalId(), request.id());
        if (principal == null) {
            // Nobody has the permissions any more that were delegated.
            throw ExpiredTradeInToken.token();
        }
        call.put(request.with(request.progress().traded(call.now())));
        Session session = session(request, Objects.requireNonNull(approver), account, call);
        return GetDelegatedAccessTokenResponse.builder()
                .credentials(mint.mint(session))
                .assumedPrincipal(principal)
                .build();
    }

    private static Session session(
            DelegationRequest request,
            Approver approver,
            @Nullable Account owner,
            WritingCall call) {
        return new Session(
                Session.Kind.DELEGATED,
                Objects.requireNonNull(owner).id(),
                approver.principalId(),
                request.id(),
                call.now(),
                ExchangeTokens.end(request),
                request.permissionPolicy().text(),
                List.of(),
                approver.tags(),
                Set.of(),
                approver.sourceIdentity(),
                null,
                null,
                Map.of());
    }
}
