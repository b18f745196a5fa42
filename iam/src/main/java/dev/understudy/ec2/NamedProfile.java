package dev.understudy.ec2;

import dev.understudy.directory.Account;
import dev.understudy.directory.InstanceProfile;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;

/** The instance profile that a request names, by name or by ARN. */
final class NamedProfile {
    private NamedProfile() {}

    /** It; null if the request names none that is there. */
    static @Nullable InstanceProfile find(
            @Nullable IamInstanceProfileSpecification named, Account account) {
        if (named == null) {
            return null;
        }
        return named.arn() == null ? byName(named.name(), account) : byArn(named.arn(), account);
    }

    /** It, with a role in it, or EC2's error. */
    static InstanceProfile require(
            @Nullable IamInstanceProfileSpecification named, Account account) {
        if (named == null || (named.arn() == null && named.name() == null)) {
            throw Ec2Errors.missingParameter("IamInstanceProfile");
        }
        if (named.arn() != null && named.name() != null) {
            throw Ec2Errors.profileNamedTwice();
        }
        InstanceProfile profile = find(named, account);
        if (profile == null) {
            throw named.arn() == null
                    ? Ec2Errors.profileNameInvalid(named.name())
                    : Ec2Errors.profileArnInvalid(named.arn());
        }
        if (profile.roleId() == null) {
            throw Ec2Errors.profileWithoutRole(profile.arn(account));
        }
        return profile;
    }

    private static @Nullable InstanceProfile byName(@Nullable String name, Account account) {
        return name == null ? null : account.instanceProfile(name);
    }

    private static @Nullable InstanceProfile byArn(String arn, Account account) {
        InstanceProfile profile = byName(arn.substring(arn.lastIndexOf('/') + 1), account);
        return profile != null && profile.arn(account).equals(arn) ? profile : null;
    }
}
