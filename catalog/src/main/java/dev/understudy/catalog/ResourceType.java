package dev.understudy.catalog;

import java.util.List;

/**
 * A type of resource that a service's actions are judged against.
 *
 * @param service the prefix of the service that lists it; its ARNs may be another's
 * @param name as in AWS's service authorization reference, {@code bucket}
 * @param arnPatterns at least one, {@code arn:${Partition}:s3:::${BucketName}}
 * @param conditionKeys what the context holds of a resource of this type
 */
public record ResourceType(
        String service, String name, List<String> arnPatterns, List<String> conditionKeys) {

    /**
     * Whether a resource of this ARN can be of this type. Where AWS does not say how far a name
     * reaches, it may hold slashes and colons: one ARN can fit several types.
     *
     * @param arn of one resource, not a policy's pattern
     */
    public boolean matches(String arn) {
        for (String pattern : arnPatterns) {
            if (Placeholders.matchArn(pattern, arn)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a policy's pattern can name a resource of this type; a variable may stand for
     * anything.
     *
     * @param policyPattern an ARN with wildcards, or {@code *}
     */
    public boolean overlaps(String policyPattern) {
        for (String pattern : arnPatterns) {
            if (policyPattern.equals("*") || TemplateOverlap.of(pattern, policyPattern)) {
                return true;
            }
        }
        return false;
    }
}
