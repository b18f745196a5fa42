package dev.understudy.iam.account;

import dev.understudy.directory.Account;
import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

import java.util.Map;
import java.util.TreeMap;

/** Counts what the account has, beside what it may have. */
final class GetAccountSummary
        implements ReadOperation<GetAccountSummaryRequest, GetAccountSummaryResponse> {

    @Override
    public Access access(GetAccountSummaryRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:GetAccountSummary", call));
    }

    @Override
    public GetAccountSummaryResponse execute(GetAccountSummaryRequest input, AuthorizedCall call) {
        Account account = call.account();
        Map<String, Integer> summary = new TreeMap<>(Quotas.ALL);
        summary.put("Users", account.users().size());
        summary.put("Groups", account.groups().size());
        summary.put("Roles", account.roles().size());
        summary.put("Policies", account.policies().size());
        summary.put(
                "PolicyVersionsInUse",
                account.policies().stream().mapToInt(policy -> policy.versions().size()).sum());
        summary.put("InstanceProfiles", account.instanceProfiles().size());
        summary.put("Providers", account.oidcProviders().size() + account.samlProviders().size());
        summary.put(
                "AccountAccessKeysPresent",
                account.accessKeysOf(account.id().digits()).isEmpty() ? 0 : 1);
        summary.put("GlobalEndpointTokenVersion", AccountFeatures.of(account).globalTokenVersion());
        return GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build();
    }
}
