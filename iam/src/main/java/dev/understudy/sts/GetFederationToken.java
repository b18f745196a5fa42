package dev.understudy.sts;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;
import dev.understudy.operation.SessionArns;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.services.sts.model.FederatedUser;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Temporary credentials for a federated user, who may do what both the calling user's policies and
 * the passed ones allow; without passed ones, nothing but what a resource policy grants.
 */
final class GetFederationToken
        implements ReadOperation<GetFederationTokenRequest, GetFederationTokenResponse> {
    private static final int DEFAULT_SECONDS = 43_200;
    private static final int MOST_FOR_ROOT = 3_600;

    private final CredentialMint mint;

    GetFederationToken(CredentialMint mint) {
        this.mint = mint;
    }

    @Override
    public Access access(GetFederationTokenRequest input, AuthenticatedCall call) {
        SessionTags tags = SessionTags.of(input.tags(), List.of(), null);
        List<Check> checks = new ArrayList<>();
        checks.add(check("sts:GetFederationToken", input, tags, call));
        if (tags.any()) {
            checks.add(check("sts:TagSession", input, tags, call));
        }
        return new Access.Permission(checks);
    }

    private static Check check(
            String action,
            GetFederationTokenRequest input,
            SessionTags tags,
            AuthenticatedCall call) {
        return Check.of(
                        action,
                        SessionArns.federatedUser(call.account(), input.name()),
                        call.accountId())
                .withRequestTags(tags.passed());
    }

    @Override
    public GetFederationTokenResponse execute(
            GetFederationTokenRequest input, AuthorizedCall call) {
        int seconds = input.durationSeconds() == null ? DEFAULT_SECONDS : input.durationSeconds();
        if (call.caller().principal() instanceof Principal.RootUser) {
            seconds = Math.min(seconds, MOST_FOR_ROOT);
        }
        SessionPolicies policies =
                SessionPolicies.of(input.policy(), input.policyArns(), call.account());
        SessionTags tags = SessionTags.of(input.tags(), List.of(), null);
        tags.requireValid();
        int packed = PackedSize.percent(policies, tags);
        Session session =
                new Session(
                        Session.Kind.FEDERATED_USER,
                        call.accountId(),
                        call.caller().userId(),
                        input.name(),
                        call.now(),
                        call.now().plusSeconds(seconds),
                        policies.inline(),
                        policies.arns(),
                        tags.all(),
                        Set.of(),
                        null,
                        null,
                        null,
                        Map.of());
        return GetFederationTokenResponse.builder()
                .credentials(mint.mint(session))
                .federatedUser(
                        FederatedUser.builder()
                                .arn(SessionArns.federatedUser(call.account(), input.name()))
                                .federatedUserId(call.accountId().digits() + ":" + input.name())
                                .build())
                .packedPolicySize(packed)
                .build();
    }
}
