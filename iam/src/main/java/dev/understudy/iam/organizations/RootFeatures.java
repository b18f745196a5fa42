package dev.understudy.iam.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WritingCall;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The features of IAM by which an organization manages the root users of its members. */
final class RootFeatures {
    static final String CREDENTIALS = "RootCredentialsManagement";
    static final String SESSIONS = "RootSessions";
    private static final String SERVICE = "iam.amazonaws.com";

    private RootFeatures() {}

    /** The organization, for its managing account and its delegated administrator for IAM. */
    static OrganizationView readable(AuthenticatedCall call) {
        OrganizationView view = call.organization(call.accountId());
        if (view == null) {
            throw new AwsError(
                    ErrorCode.ORGANIZATION_NOT_FOUND,
                    "The request was rejected because no organization is associated with your"
                            + " account.");
        }
        MemberAccount member = view.member(call.accountId().digits());
        boolean manages = view.managementId().equals(call.accountId());
        if (!manages && (member == null || !member.delegations().containsKey(SERVICE))) {
            throw new AwsError(
                    ErrorCode.ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR,
                    "The request was rejected because the account making the request is not the"
                            + " management account or delegated administrator account for"
                            + " centralized root access.");
        }
        if (!view.organization().hasAllFeatures()) {
            throw new AwsError(
                    ErrorCode.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE,
                    "The request was rejected because your organization does not have All features"
                            + " enabled.");
        }
        if (!view.organization().trustedServices().containsKey(SERVICE)) {
            throw new AwsError(
                    ErrorCode.SERVICE_ACCESS_NOT_ENABLED,
                    "The request was rejected because trusted access is not enabled for IAM in"
                            + " Organizations.");
        }
        return view;
    }

    /**
     * The features after switching this one. Only the managing account may switch: what is switched
     * is its own, and a delegate's request changes nothing but the delegate's account.
     */
    static List<String> switched(WritingCall call, String feature, boolean on) {
        OrganizationView view = readable(call);
        if (!view.managementId().equals(call.accountId())) {
            throw new AwsError(
                    ErrorCode.CALLER_IS_NOT_MANAGEMENT_ACCOUNT,
                    "The request was rejected because the account making the request is not the"
                            + " management account for the organization.");
        }
        Set<String> features = new TreeSet<>(view.organization().rootFeatures());
        boolean changed = on ? features.add(feature) : features.remove(feature);
        if (changed) {
            call.put(view.organization().withRootFeatures(features));
        }
        return List.copyOf(features);
    }
}
