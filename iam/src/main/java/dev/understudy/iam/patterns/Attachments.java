package dev.understudy.iam.patterns;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Managed policies attached to users, groups and roles. */
public final class Attachments {
    private static final String LINKED_PATH = ":policy/aws-service-role/";

    private Attachments() {}

    /**
     * What attaching and detaching ask for: the action on the entity, with the policy's ARN as
     * condition key.
     */
    public static <E extends PolicyHolder> Access access(
            String action,
            HolderFamily<E> family,
            String owner,
            String policyArn,
            AuthenticatedCall call) {
        return Access.permission(
                family.policyCheck(action, owner, call).with("iam:PolicyARN", policyArn));
    }

    /** Attaches the policy; attaching it again changes nothing. */
    public static <E extends PolicyHolder> void attach(
            HolderFamily<E> family, String owner, String arn, WritingCall call) {
        requireArn(arn);
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        if (!ManagedPolicies.exists(call.account(), arn)) {
            throw NoSuchEntity.attachablePolicy(arn);
        }
        if (arn.contains(LINKED_PATH)) {
            throw new AwsError(
                    ErrorCode.POLICY_NOT_ATTACHABLE,
                    "Cannot attach a Service Role Policy to a Customer Role.");
        }
        if (entity.attachedPolicies().contains(arn)) {
            return;
        }
        Limits.require(family.attachmentQuota(), entity.attachedPolicies().size() + 1, call);
        call.put(entity.withAttached(arn));
    }

    /** Detaches the policy. */
    public static <E extends PolicyHolder> void detach(
            HolderFamily<E> family, String owner, String arn, WritingCall call) {
        requireArn(arn);
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        if (!entity.attachedPolicies().contains(arn)) {
            throw NoSuchEntity.policy(arn);
        }
        call.put(entity.withoutAttached(arn));
    }

    /** A page of what is attached, of the policies whose path begins so. */
    public static Paging.Page<AttachedPolicy> page(
            Account account,
            PolicyHolder entity,
            @Nullable String pathPrefix,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        List<AttachedPolicy> attached = new ArrayList<>();
        for (String arn : entity.attachedPolicies()) {
            if (pathPrefix == null || path(arn).startsWith(pathPrefix)) {
                attached.add(
                        AttachedPolicy.builder()
                                .policyName(name(account, arn))
                                .policyArn(arn)
                                .build());
            }
        }
        attached.sort(Comparator.comparing(Attachments::sortKey, Paging.ORDER));
        return Paging.page(attached, Attachments::sortKey, maxItems, marker);
    }

    /** One of AWS's may have the name of one of the account's; who keeps it tells them apart. */
    private static String sortKey(AttachedPolicy policy) {
        boolean aws = AwsManagedPolicies.find(policy.policyArn()) != null;
        return policy.policyName() + (aws ? " aws" : " own");
    }

    private static String name(Account account, String arn) {
        AwsManagedPolicy aws = AwsManagedPolicies.find(arn);
        if (aws != null) {
            return aws.name();
        }
        ManagedPolicy own = account.policy(arn);
        return own == null ? arn.substring(arn.lastIndexOf('/') + 1) : own.name();
    }

    /** The path in a policy's ARN, slashes at both ends. */
    private static String path(String arn) {
        int start = arn.indexOf(":policy/") + ":policy".length();
        return arn.substring(start, arn.lastIndexOf('/') + 1);
    }

    /** Passes, or refuses what is no ARN of a policy. */
    public static void requireArn(String arn) {
        Arn parsed = Arn.parseOrNull(arn);
        if (parsed == null
                || !parsed.service().equals("iam")
                || !parsed.resource().startsWith("policy/")) {
            throw ValidationError.arn(arn);
        }
    }
}
