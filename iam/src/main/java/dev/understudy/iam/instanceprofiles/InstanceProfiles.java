package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.Account;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Family;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The door of this folder: the operations of instance profiles, and instance profiles as a family.
 */
public final class InstanceProfiles implements Family<InstanceProfile> {
    static final InstanceProfiles FAMILY = new InstanceProfiles();

    private InstanceProfiles() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new AddRoleToInstanceProfile(),
                new CreateInstanceProfile(),
                new DeleteInstanceProfile(),
                new GetInstanceProfile(),
                new ListInstanceProfiles(),
                new ListInstanceProfilesForRole(),
                new ListInstanceProfileTags(),
                new RemoveRoleFromInstanceProfile(),
                new TagInstanceProfile(),
                new UntagInstanceProfile());
    }

    @Override
    public @Nullable InstanceProfile find(Account account, String name) {
        return account.instanceProfile(name);
    }

    @Override
    public AwsError missing(String name) {
        return NoSuchEntity.instanceProfile(name);
    }

    @Override
    public String arn(Account account, String name) {
        InstanceProfile profile = account.instanceProfile(name);
        return profile == null ? InstanceProfile.arn(account, "/", name) : profile.arn(account);
    }

    @Override
    public Map<String, String> tags(InstanceProfile profile) {
        return profile.tags();
    }
}
