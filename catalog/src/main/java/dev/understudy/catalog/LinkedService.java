package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A service with a role of its own.
 *
 * @param principal the only one that may assume the role
 * @param roleName without the suffix
 * @param suffix whether a suffix tells several such roles of an account apart
 * @param policyArn the AWS managed policy with its permissions; null if none is known: then it has
 *     none
 * @param evidence how well this is known
 */
public record LinkedService(
        String principal,
        String roleName,
        Suffix suffix,
        @Nullable String policyArn,
        Evidence evidence) {

    /** What becomes of the suffix that a caller may give. */
    public enum Suffix {
        NO,
        YES,
        REQUIRED
    }

    /** How well a service's role is known. */
    public enum Evidence {
        /** All of it was seen in AWS's answers. */
        RECORDED,
        /** AWS names service and role together; suffix and policy are not confirmed. */
        PAIRED,
        /** Nothing of it is confirmed. */
        KNOWN
    }

    /** The role's name with this suffix; the plain one if it is null. */
    public String roleName(@Nullable String customSuffix) {
        if (customSuffix == null) {
            return roleName;
        }
        return roleName.endsWith("_") ? roleName + customSuffix : roleName + "_" + customSuffix;
    }

    /** The path that only roles linked to this service have. */
    public String path() {
        return path(principal);
    }

    /** The path that roles linked to this principal would have. */
    public static String path(String principal) {
        return "/aws-service-role/" + principal + "/";
    }

    /** The text of the role's trust policy. */
    public String trustPolicy() {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\""
                + principal
                + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    }
}
