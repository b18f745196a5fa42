package dev.understudy.iam.delegation;

import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AwsError;

/**
 * The templates that AWS's services make roles from. They are AWS's own, stand under the account
 * {@code aws}, and are published nowhere: here are none, and no account can make any.
 */
final class RoleTemplates {
    private RoleTemplates() {}

    /** That there is no such template. */
    static AwsError none(String arn) {
        return NoSuchEntity.roleTemplate(arn);
    }
}
