package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Role;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must be allowed to change an instance's profile. An instance is whatever an id is
 * well-formed of: there are no records of instances yet.
 */
final class InstanceChecks {
    private static final Pattern INSTANCE = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");

    private InstanceChecks() {}

    /** The id, if it can be an instance's. */
    static String instanceId(@Nullable String id) {
        if (id == null) {
            throw Ec2Errors.missingParameter("InstanceId");
        }
        if (!INSTANCE.matcher(id).matches()) {
            throw Ec2Errors.malformedInstanceId(id);
        }
        return id;
    }

    /** The action on the instance whose profile is asked for; null for one that has none. */
    static Check onInstance(
            String action,
            String instanceId,
            @Nullable IamInstanceProfileAssociation current,
            AuthenticatedCall call) {
        return Check.of("ec2:" + action, arn(instanceId, call), call.accountId())
                .with("ec2:InstanceID", instanceId)
                .with("ec2:InstanceProfile", current == null ? null : current.profileArn())
                .with("ec2:Region", call.region());
    }

    /**
     * The action on any instance, for an association that is not there: who may not ask does not
     * learn so.
     */
    static Check onAnyInstance(String action, AuthenticatedCall call) {
        return Check.of("ec2:" + action, arn("*", call), call.accountId())
                .with("ec2:Region", call.region());
    }

    /**
     * The check with the new profile, and that its role may be passed. Of a profile that is not
     * there, or has no role, nothing is asked: the operation refuses it.
     */
    static List<Check> withProfile(
            Check check, @Nullable InstanceProfile profile, AuthenticatedCall call) {
        List<Check> checks = new ArrayList<>();
        if (profile == null) {
            checks.add(check);
            return checks;
        }
        checks.add(check.with("ec2:NewInstanceProfile", profile.arn(call.account())));
        Role role = profile.roleId() == null ? null : call.account().roleById(profile.roleId());
        if (role != null) {
            checks.add(
                    Check.of("iam:PassRole", role.arn(call.account()), call.accountId())
                            .with("iam:PassedToService", "ec2.amazonaws.com")
                            .with("iam:AssociatedResourceArn", check.resource()));
        }
        return checks;
    }

    private static String arn(String instanceId, AuthenticatedCall call) {
        return "arn:"
                + call.account().partition()
                + ":ec2:"
                + call.region()
                + ":"
                + call.accountId()
                + ":instance/"
                + instanceId;
    }
}
