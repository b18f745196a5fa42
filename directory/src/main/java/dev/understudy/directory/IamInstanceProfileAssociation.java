package dev.understudy.directory;

import java.time.Instant;

/**
 * That an EC2 instance has an instance profile. An instance has one at most, which its key says. It
 * names the profile as it was: a profile may be deleted while instances have it.
 *
 * @param id {@code iip-assoc-…}
 * @param region where the instance is
 * @param instanceId {@code i-…}
 * @param profileId {@code AIPA…}
 * @param profileArn the profile's ARN when it was associated
 * @param timestamp when it was associated
 */
public record IamInstanceProfileAssociation(
        String id,
        String region,
        String instanceId,
        String profileId,
        String profileArn,
        Instant timestamp)
        implements Entity {

    @Override
    public EntityKey key() {
        return key(region, instanceId);
    }

    static EntityKey key(String region, String instanceId) {
        return new EntityKey(
                EntityKind.IAM_INSTANCE_PROFILE_ASSOCIATION, region + "/" + instanceId);
    }
}
