package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateIamInstanceProfileResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Takes its instance profile from an instance. */
final class DisassociateIamInstanceProfile
        implements WriteOperation<
                DisassociateIamInstanceProfileRequest, DisassociateIamInstanceProfileResponse> {
    private static final String ACTION = "DisassociateIamInstanceProfile";

    @Override
    public Access access(DisassociateIamInstanceProfileRequest input, AuthenticatedCall call) {
        IamInstanceProfileAssociation known = Associations.find(input.associationId(), call);
        return Access.permission(
                known == null
                        ? InstanceChecks.onAnyInstance(ACTION, call)
                        : InstanceChecks.onInstance(ACTION, known.instanceId(), known, call));
    }

    @Override
    public DisassociateIamInstanceProfileResponse execute(
            DisassociateIamInstanceProfileRequest input, WritingCall call) {
        IamInstanceProfileAssociation known = Associations.require(input.associationId(), call);
        call.remove(known.key());
        return DisassociateIamInstanceProfileResponse.builder()
                .iamInstanceProfileAssociation(
                        Associations.describe(
                                        known, IamInstanceProfileAssociationState.DISASSOCIATING)
                                .build())
                .build();
    }
}
