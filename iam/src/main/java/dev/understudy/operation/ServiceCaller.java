package dev.understudy.operation;

import dev.understudy.policy.AccountId;

import java.util.List;
import java.util.Map;

/**
 * A service of AWS's that this server is itself, as it delivers credentials: EC2 to an instance,
 * EKS to a pod. It acts for one resource.
 *
 * @param name the service principal, {@code ec2.amazonaws.com}
 * @param sourceArn the resource; {@code aws:SourceArn} of the decision
 * @param sourceAccount the resource's account; {@code aws:SourceAccount}
 * @param region where the resource is
 * @param sessionKeys the condition keys that every request of the session will have, by their full
 *     names; at most a few short ones, because the token carries them
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys: properties of a role session</a>
 */
public record ServiceCaller(
        String name,
        String sourceArn,
        AccountId sourceAccount,
        String region,
        Map<String, List<String>> sessionKeys) {

    public ServiceCaller {
        sessionKeys = Map.copyOf(sessionKeys);
    }
}
