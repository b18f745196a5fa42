package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

import java.util.List;

/**
 * The policies passed with a session.
 *
 * @param inline null if none was passed
 * @param arns of managed policies
 */
record SessionPolicies(@Nullable String inline, List<String> arns) {
    private static final int MOST_CHARACTERS = 2_048;
    private static final int MOST_ARNS = 10;

    /**
     * Reads and checks what was passed; managed policies are those of the account that the session
     * will act in.
     */
    static SessionPolicies of(
            @Nullable String inline, List<PolicyDescriptorType> descriptors, Account account) {
        List<String> arns = descriptors.stream().map(SessionPolicies::arn).toList();
        if (arns.size() > MOST_ARNS) {
            throw ValidationError.because(
                    "1 validation error detected: Value at 'policyArns' failed to satisfy"
                            + " constraint: Member must have length less than or equal to "
                            + MOST_ARNS);
        }
        int size =
                (inline == null ? 0 : inline.length())
                        + arns.stream().mapToInt(String::length).sum();
        if (size > MOST_CHARACTERS) {
            throw ValidationError.because(
                    "1 validation error detected: Value '"
                            + inline
                            + "' at 'policy' failed to satisfy constraint: Member must have length"
                            + " less than or equal to "
                            + MOST_CHARACTERS);
        }
        if (inline != null) {
            Documents.valid(PolicyReader.read(inline, PolicyKind.SESSION));
        }
        for (String arn : arns) {
            if (!ManagedPolicies.exists(account, arn)) {
                throw ValidationError.because(
                        "Policy " + arn + " does not exist or is not attachable.");
            }
        }
        return new SessionPolicies(inline, arns);
    }

    /** AWS's model lets a descriptor name no policy at all; there is then nothing to limit by. */
    private static String arn(PolicyDescriptorType descriptor) {
        if (descriptor.arn() == null) {
            throw ValidationError.because(
                    "1 validation error detected: Value at 'policyArns' failed to satisfy"
                            + " constraint: Member must not be null");
        }
        return descriptor.arn();
    }

    boolean any() {
        return inline != null || !arns.isEmpty();
    }
}
