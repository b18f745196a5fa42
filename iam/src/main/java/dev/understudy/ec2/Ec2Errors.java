package dev.understudy.ec2;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/**
 * The errors of EC2 in AWS's words, as clients were seen to print them; that of a page that is too
 * large is ours, by the pattern of the one that is too small.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error
 *     codes for the Amazon EC2 API</a>
 */
final class Ec2Errors {
    private Ec2Errors() {}

    static AwsError missingParameter(String name) {
        return new AwsError(
                ErrorCode.MISSING_PARAMETER, "The request must contain the parameter " + name);
    }

    static AwsError malformedInstanceId(String id) {
        return new AwsError(ErrorCode.INVALID_INSTANCE_ID_MALFORMED, "Invalid id: \"" + id + "\"");
    }

    static AwsError existingAssociation(String instanceId) {
        return new AwsError(
                ErrorCode.INCORRECT_STATE,
                "There is an existing association for instance " + instanceId);
    }

    static AwsError malformedAssociationId() {
        return invalidValue("Invalid value for associationId.");
    }

    static AwsError associationMissing(String id) {
        return new AwsError(
                ErrorCode.INVALID_ASSOCIATION_ID_NOT_FOUND,
                "An invalid association-id of '" + id + "' was given");
    }

    static AwsError profileNameInvalid(String name) {
        return invalidValue(
                "Value ("
                        + name
                        + ") for parameter iamInstanceProfile.name is invalid. Invalid IAM"
                        + " Instance Profile name");
    }

    static AwsError profileArnInvalid(String arn) {
        return invalidValue(
                "Value ("
                        + arn
                        + ") for parameter iamInstanceProfile.arn is invalid. Invalid IAM"
                        + " Instance Profile ARN");
    }

    static AwsError profileNamedTwice() {
        return new AwsError(
                ErrorCode.INVALID_PARAMETER_COMBINATION,
                "The parameter 'iamInstanceProfile.name' may not be used in combination with"
                        + " 'iamInstanceProfile.arn'");
    }

    static AwsError profileWithoutRole(String arn) {
        return invalidValue("IAM Instance Profile \"" + arn + "\" has no associated IAM Roles");
    }

    static AwsError filterInvalid(String name) {
        return invalidValue("The filter '" + name + "' is invalid");
    }

    static AwsError pageTooSmall(int size, int least) {
        return invalidPage(size, "greater than " + least);
    }

    static AwsError pageTooLarge(int size, int most) {
        return invalidPage(size, "less than " + most);
    }

    static AwsError paginationToken() {
        return new AwsError(
                ErrorCode.INVALID_PAGINATION_TOKEN,
                "The specified pagination token is not valid or is expired.");
    }

    private static AwsError invalidPage(int size, String expected) {
        return invalidValue(
                "Value ( "
                        + size
                        + " ) for parameter maxResults is invalid. Expecting a value "
                        + expected
                        + ".");
    }

    private static AwsError invalidValue(String message) {
        return new AwsError(ErrorCode.INVALID_PARAMETER_VALUE, message);
    }
}
