package dev.understudy.ec2;

import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

import java.util.List;

/** Lists which instances of the region have which profile. */
final class DescribeIamInstanceProfileAssociations
        implements ReadOperation<
                DescribeIamInstanceProfileAssociationsRequest,
                DescribeIamInstanceProfileAssociationsResponse> {

    @Override
    public Access access(
            DescribeIamInstanceProfileAssociationsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("ec2:DescribeIamInstanceProfileAssociations", "*", call.accountId())
                        .with("ec2:Region", call.region()));
    }

    @Override
    public DescribeIamInstanceProfileAssociationsResponse execute(
            DescribeIamInstanceProfileAssociationsRequest input, AuthorizedCall call) {
        AssociationFilter filter = AssociationFilter.of(input.filters());
        List<IamInstanceProfileAssociation> found =
                asked(input, call).stream().filter(filter::matches).toList();
        Page page = Page.of(found, input.maxResults(), input.nextToken());
        return DescribeIamInstanceProfileAssociationsResponse.builder()
                .iamInstanceProfileAssociations(
                        page.items().stream()
                                .map(DescribeIamInstanceProfileAssociations::described)
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static List<IamInstanceProfileAssociation> asked(
            DescribeIamInstanceProfileAssociationsRequest input, AuthorizedCall call) {
        return input.associationIds().isEmpty()
                ? call.account().profileAssociations().in(call.region())
                : input.associationIds().stream()
                        .distinct()
                        .sorted()
                        .map(id -> Associations.require(id, call))
                        .toList();
    }

    private static software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation
            described(IamInstanceProfileAssociation association) {
        return Associations.describe(association, IamInstanceProfileAssociationState.ASSOCIATED)
                .timestamp(association.timestamp())
                .build();
    }
}
