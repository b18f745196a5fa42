package dev.understudy.operation;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

/** The document in force of a managed policy, the account's own or AWS's. */
public final class ManagedPolicies {
    /**
     * What an attachment to a vanished policy becomes: nobody knows what it denied, so it denies.
     */
    private static final PolicyDocument VANISHED = PolicyDocument.unreadable("");

    private ManagedPolicies() {}

    /** Whether the account sees a policy of this ARN. */
    public static boolean exists(Account account, String arn) {
        return AwsManagedPolicies.find(arn) != null || account.policy(arn) != null;
    }

    /** The default version's document; null if the account sees no policy of this ARN. */
    public static @Nullable PolicyDocument document(Account account, String arn) {
        AwsManagedPolicy aws = AwsManagedPolicies.find(arn);
        if (aws != null) {
            return aws.document();
        }
        ManagedPolicy own = account.policy(arn);
        return own == null ? null : own.defaultDocument();
    }

    /**
     * The same for a policy that is attached: if it cannot be found, a document that denies
     * everything.
     */
    static PolicyDocument attached(Account account, String arn) {
        PolicyDocument document = document(account, arn);
        return document == null ? VANISHED : document;
    }
}
