package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The services that have a service-linked role, with the name and permissions AWS gives it. */
public final class LinkedServices {
    private static final Map<String, LinkedService> SERVICES =
            Map.of(
                    "autoscaling.amazonaws.com",
                    new LinkedService(
                            "autoscaling.amazonaws.com",
                            "AWSServiceRoleForAutoScaling",
                            true,
                            "arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy"),
                    "elasticloadbalancing.amazonaws.com",
                    new LinkedService(
                            "elasticloadbalancing.amazonaws.com",
                            "AWSServiceRoleForElasticLoadBalancing",
                            false,
                            "arn:aws:iam::aws:policy/aws-service-role/AWSElasticLoadBalancingServiceRolePolicy"));

    private LinkedServices() {}

    /**
     * The service of this principal; null if it has no service-linked role, or is not in the data
     * yet.
     */
    public static @Nullable LinkedService find(String principal) {
        return SERVICES.get(principal);
    }

    /**
     * A service with a role of its own.
     *
     * @param principal the only one that may assume the role
     * @param roleName without suffix
     * @param allowsSuffix whether an account may have several, told apart by a suffix
     * @param policyArn the AWS managed policy with its permissions
     */
    public record LinkedService(
            String principal, String roleName, boolean allowsSuffix, String policyArn) {}
}
