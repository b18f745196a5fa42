package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Which of an account's EC2 instances have which instance profile: a view. */
public final class ProfileAssociations {
    private final Account account;

    ProfileAssociations(Account account) {
        this.account = account;
    }

    /** The association of the instance; null if it has none. */
    public @Nullable IamInstanceProfileAssociation ofInstance(String region, String instanceId) {
        return (IamInstanceProfileAssociation)
                account.entity(IamInstanceProfileAssociation.key(region, instanceId));
    }

    /** The association of this id in the region; null if there is none. */
    public @Nullable IamInstanceProfileAssociation byId(String region, String id) {
        IamInstanceProfileAssociation found =
                account.named(EntityKind.IAM_INSTANCE_PROFILE_ASSOCIATION, id);
        return found != null && found.region().equals(region) ? found : null;
    }

    /** All in the region, by id. */
    public List<IamInstanceProfileAssociation> in(String region) {
        return account
                .<IamInstanceProfileAssociation>sorted(EntityKind.IAM_INSTANCE_PROFILE_ASSOCIATION)
                .stream()
                .filter(association -> association.region().equals(region))
                .toList();
    }
}
