package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.ProfileAssociations;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.AssociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Gives an instance that has no instance profile one. */
final class AssociateIamInstanceProfile
        implements WriteOperation<
                AssociateIamInstanceProfileRequest, AssociateIamInstanceProfileResponse> {

    @Override
    public Access access(AssociateIamInstanceProfileRequest input, AuthenticatedCall call) {
        String instanceId = InstanceChecks.instanceId(input.instanceId());
        Check check =
                InstanceChecks.onInstance(
                        "AssociateIamInstanceProfile",
                        instanceId,
                        call.account().profileAssociations().ofInstance(call.region(), instanceId),
                        call);
        return new Access.Permission(
                InstanceChecks.withProfile(
                        check,
                        NamedProfile.find(input.iamInstanceProfile(), call.account()),
                        call));
    }

    @Override
    public AssociateIamInstanceProfileResponse execute(
            AssociateIamInstanceProfileRequest input, WritingCall call) {
        InstanceProfile profile = NamedProfile.require(input.iamInstanceProfile(), call.account());
        ProfileAssociations known = call.account().profileAssociations();
        if (known.ofInstance(call.region(), input.instanceId()) != null) {
            throw Ec2Errors.existingAssociation(input.instanceId());
        }
        IamInstanceProfileAssociation made = Associations.put(input.instanceId(), profile, call);
        return AssociateIamInstanceProfileResponse.builder()
                .iamInstanceProfileAssociation(
                        Associations.describe(made, IamInstanceProfileAssociationState.ASSOCIATING)
                                .build())
                .build();
    }
}
