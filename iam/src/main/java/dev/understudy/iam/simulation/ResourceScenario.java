package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * What a ResourceHandlingOption wants: the kinds of resources that launching an instance needs, of
 * which each must be among the simulated ones.
 */
enum ResourceScenario {
    INSTANCE_STORE("EC2-VPC-InstanceStore"),
    INSTANCE_STORE_SUBNET("EC2-VPC-InstanceStore-Subnet", "subnet"),
    EBS("EC2-VPC-EBS", "volume"),
    EBS_SUBNET("EC2-VPC-EBS-Subnet", "subnet", "volume");

    private static final List<String> ALWAYS =
            List.of("instance", "image", "security-group", "network-interface");

    private final String option;
    private final List<String> more;

    ResourceScenario(String option, String... more) {
        this.option = option;
        this.more = List.of(more);
    }

    /** Passes, or InvalidInput for an unknown option or a resource that is missing. */
    static void require(@Nullable String option, List<String> resources) {
        if (option != null) {
            Arrays.stream(values())
                    .filter(scenario -> scenario.option.equals(option))
                    .findFirst()
                    .orElseThrow(() ->
                            InvalidInput.because("Invalid ResourceHandlingOption: " + option + "."))
                    .requireAll(resources);
        }
    }

    private void requireAll(List<String> resources) {
        for (List<String> kinds : List.of(ALWAYS, more)) {
            for (String kind : kinds) {
                if (resources.stream().noneMatch(resource -> isOf(kind, resource))) {
                    throw InvalidInput.because(
                            "The ResourceHandlingOption "
                                    + option
                                    + " requires a resource of type "
                                    + kind
                                    + ".");
                }
            }
        }
    }

    private static boolean isOf(String kind, String resource) {
        Arn arn = Arn.parseOrNull(resource);
        return arn != null && arn.service().equals("ec2") && arn.resource().startsWith(kind + "/");
    }
}
