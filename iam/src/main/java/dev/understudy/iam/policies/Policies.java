package dev.understudy.iam.policies;

import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Family;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The door of this folder: the operations of managed policies, and customer managed policies as a
 * family by ARN.
 */
public final class Policies implements Family<ManagedPolicy> {
    static final Policies FAMILY = new Policies();
    static final String NOT_OURS_TO_UPDATE = "Cannot update policies outside your own account.";

    private Policies() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new CreatePolicy(),
                new CreatePolicyVersion(),
                new DeletePolicy(),
                new DeletePolicyVersion(),
                new GetPolicy(),
                new GetPolicyVersion(),
                new ListEntitiesForPolicy(),
                new ListPolicies(),
                new ListPolicyTags(),
                new ListPolicyVersions(),
                new SetDefaultPolicyVersion(),
                new TagPolicy(),
                new UntagPolicy());
    }

    @Override
    public @Nullable ManagedPolicy find(Account account, String arn) {
        return account.policy(arn);
    }

    @Override
    public AwsError missing(String arn) {
        return NoSuchEntity.policy(arn);
    }

    @Override
    public String arn(Account account, String arn) {
        return arn;
    }

    @Override
    public Map<String, String> tags(ManagedPolicy policy) {
        return policy.tags();
    }

    /** The account's own policy, or the refusal to touch AWS's. */
    static ManagedPolicy changeable(Account account, String arn, String refusal) {
        Attachments.requireArn(arn);
        if (arn.contains(":iam::aws:policy/")) {
            throw AccessDenied.because(refusal);
        }
        return FAMILY.get(account, arn);
    }
}
