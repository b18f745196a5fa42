package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WritingCall;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.ec2.model.IamInstanceProfile;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

import java.util.regex.Pattern;

/** Associations of instances with profiles: found, made, and as answers tell them. */
final class Associations {
    private static final Pattern ID = Pattern.compile("iip-assoc-[0-9a-f]{8,17}");

    private Associations() {}

    /** The association of this id; null if there is none. */
    static @Nullable IamInstanceProfileAssociation find(
            @Nullable String id, AuthenticatedCall call) {
        if (id == null) {
            throw Ec2Errors.missingParameter("AssociationId");
        }
        if (!ID.matcher(id).matches()) {
            throw Ec2Errors.malformedAssociationId();
        }
        return call.account().profileAssociations().byId(call.region(), id);
    }

    /** The association of this id, or InvalidAssociationID.NotFound. */
    static IamInstanceProfileAssociation require(String id, AuthenticatedCall call) {
        IamInstanceProfileAssociation found = find(id, call);
        if (found == null) {
            throw Ec2Errors.associationMissing(id);
        }
        return found;
    }

    /** Gives the instance the profile, in place of the one it has. */
    static IamInstanceProfileAssociation put(
            String instanceId, InstanceProfile profile, WritingCall call) {
        IamInstanceProfileAssociation made =
                new IamInstanceProfileAssociation(
                        "iip-assoc-0%016x".formatted(call.random().nextLong()),
                        call.region(),
                        instanceId,
                        profile.id(),
                        profile.arn(call.account()),
                        call.now());
        call.put(made);
        return made;
    }

    /** As answers tell it. */
    static software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation.Builder describe(
            IamInstanceProfileAssociation association, IamInstanceProfileAssociationState state) {
        return software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation.builder()
                .associationId(association.id())
                .instanceId(association.instanceId())
                .iamInstanceProfile(
                        IamInstanceProfile.builder()
                                .arn(association.profileArn())
                                .id(association.profileId())
                                .build())
                .state(state);
    }
}
