package dev.understudy.iam.patterns;

import dev.understudy.directory.Account;
import dev.understudy.directory.Bounded;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;

/**
 * Permissions boundaries of users and roles.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
public final class Boundaries {
    private Boundaries() {}

    /** Passes, or refuses an ARN that no managed policy of the account has. */
    public static void requirePolicy(Account account, String arn) {
        Arn parsed = Arn.parseOrNull(arn);
        if (parsed == null || !parsed.resource().startsWith("policy/")) {
            throw InvalidInput.because("ARN " + arn + " is not valid.");
        }
        if (!ManagedPolicies.exists(account, arn)) {
            throw NoSuchEntity.boundary(arn);
        }
    }

    /** Sets the boundary. */
    public static <E extends PolicyHolder & Bounded> void put(
            HolderFamily<E> family, String owner, String arn, WritingCall call) {
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        requirePolicy(call.account(), arn);
        call.put(entity.withPermissionsBoundary(arn));
    }

    /** Takes the boundary away. */
    public static <E extends PolicyHolder & Bounded> void delete(
            HolderFamily<E> family, String owner, WritingCall call) {
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        if (entity.permissionsBoundary() == null) {
            throw NoSuchEntity.noBoundary(family.word(), entity.name());
        }
        call.put(entity.withPermissionsBoundary(null));
    }

    /**
     * The boundary as the SDK's shape; null if none is set. The type is what AWS sends, which its
     * own enum lacks.
     */
    public static @Nullable AttachedPermissionsBoundary describe(Bounded entity) {
        String arn = entity.permissionsBoundary();
        return arn == null
                ? null
                : AttachedPermissionsBoundary.builder()
                        .permissionsBoundaryType("Policy")
                        .permissionsBoundaryArn(arn)
                        .build();
    }
}
