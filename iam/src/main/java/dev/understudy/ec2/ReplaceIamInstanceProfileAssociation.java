package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceIamInstanceProfileAssociationResponse;

/** Gives an instance another instance profile, by an association with an id of its own. */
final class ReplaceIamInstanceProfileAssociation
        implements WriteOperation<
                ReplaceIamInstanceProfileAssociationRequest,
                ReplaceIamInstanceProfileAssociationResponse> {
    private static final String ACTION = "ReplaceIamInstanceProfileAssociation";

    @Override
    public Access access(
            ReplaceIamInstanceProfileAssociationRequest input, AuthenticatedCall call) {
        IamInstanceProfileAssociation known = Associations.find(input.associationId(), call);
        Check check =
                known == null
                        ? InstanceChecks.onAnyInstance(ACTION, call)
                        : InstanceChecks.onInstance(ACTION, known.instanceId(), known, call);
        return new Access.Permission(
                InstanceChecks.withProfile(
                        check,
                        NamedProfile.find(input.iamInstanceProfile(), call.account()),
                        call));
    }

    @Override
    public ReplaceIamInstanceProfileAssociationResponse execute(
            ReplaceIamInstanceProfileAssociationRequest input, WritingCall call) {
        InstanceProfile profile = NamedProfile.require(input.iamInstanceProfile(), call.account());
        IamInstanceProfileAssociation known = Associations.require(input.associationId(), call);
        IamInstanceProfileAssociation made = Associations.put(known.instanceId(), profile, call);
        return ReplaceIamInstanceProfileAssociationResponse.builder()
                .iamInstanceProfileAssociation(
                        Associations.describe(made, IamInstanceProfileAssociationState.ASSOCIATING)
                                .build())
                .build();
    }
}
