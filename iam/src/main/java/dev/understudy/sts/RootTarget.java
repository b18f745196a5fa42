package dev.understudy.sts;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The root user that AssumeRoot asks for.
 *
 * @param account which may not exist
 * @param arn of its root user, in the caller's partition
 */
record RootTarget(AccountId account, String arn) {
    private static final Pattern FORM =
            Pattern.compile("(?:arn:([a-z-]+):iam::)?(\\d{12})(:root)?");
    private static final String IAM = "iam.amazonaws.com";
    private static final String FEATURE = "RootSessions";

    /** Reads an account id or the ARN of a root user. */
    static RootTarget of(String principal, AuthenticatedCall call) {
        Matcher form = FORM.matcher(principal);
        String partition = call.account().partition();
        if (!form.matches()
                || (form.group(1) == null) != (form.group(3) == null)
                || form.group(1) != null && !form.group(1).equals(partition)) {
            throw ValidationError.because(
                    "TargetPrincipal must be an account id or the ARN of an account's root user.");
        }
        AccountId account = AccountId.of(form.group(2));
        return new RootTarget(account, "arn:" + partition + ":iam::" + account.digits() + ":root");
    }

    /**
     * What the organization lets others do with this root user, as a policy of the resource: nobody
     * learns from a refusal whether the account exists or what its organization has enabled.
     */
    PolicySource guard(AuthenticatedCall call) {
        List<String> trusted = trusted(call.organization(account));
        String statement =
                trusted.isEmpty()
                        ? "\"Effect\":\"Deny\",\"Principal\":\"*\""
                        : "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\""
                                + String.join("\",\"", trusted)
                                + "\"]}";
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{"
                        + statement
                        + ",\"Action\":\"sts:AssumeRoot\",\"Resource\":\"*\"}]}";
        return new PolicySource(
                "organization/root-sessions", PolicyKind.RESOURCE, PolicyDocument.parse(document));
    }

    /** The accounts whose principals may act as this member's root user; none if nobody may. */
    private List<String> trusted(@Nullable OrganizationView view) {
        if (view == null
                || view.managementId().equals(account)
                || !view.organization().hasAllFeatures()
                || !view.organization().trustedServices().containsKey(IAM)
                || !view.organization().rootFeatures().contains(FEATURE)) {
            return List.of();
        }
        List<String> accounts = new ArrayList<>();
        accounts.add(view.managementId().digits());
        for (MemberAccount member : view.members()) {
            if (member.delegations().containsKey(IAM)) {
                accounts.add(member.id());
            }
        }
        return accounts;
    }
}
