package dev.understudy.iam.account;

import dev.understudy.directory.Account;
import dev.understudy.directory.AccountFeatures;
import dev.understudy.directory.Credentials;
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
        Map<String, Integer> summary = new TreeMap<>();
        SummaryQuotas.tell(summary, call);
        summary.put("Users", account.users().size());
        summary.put("Groups", account.groups().size());
        summary.put("Roles", account.roles().size());
        summary.put("Policies", account.policies().size());
        summary.put(
                "PolicyVersionsInUse",
                account.policies().stream().mapToInt(policy -> policy.versions().size()).sum());
        summary.put("InstanceProfiles", account.instanceProfiles().size());
        summary.put("Providers", account.oidcProviders().size() + account.samlProviders().size());
        summary.put("GlobalEndpointTokenVersion", AccountFeatures.of(account).globalTokenVersion());
        credentials(account, summary);
        return GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build();
    }

    private static void credentials(Account account, Map<String, Integer> summary) {
        Credentials credentials = account.credentials();
        String root = account.id().digits();
        summary.put("AccountAccessKeysPresent", account.accessKeysOf(root).isEmpty() ? 0 : 1);
        summary.put(
                "AccountSigningCertificatesPresent",
                credentials.signingCertificatesOf(root).isEmpty() ? 0 : 1);
        summary.put("ServerCertificates", credentials.serverCertificates().size());
        summary.put("MFADevices", credentials.mfaDevices().size());
        summary.put(
                "MFADevicesInUse",
                (int)
                        credentials.mfaDevices().stream()
                                .filter(device -> device.assignment() != null)
                                .count());
    }
}
