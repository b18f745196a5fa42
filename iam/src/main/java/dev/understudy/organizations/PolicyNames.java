package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.ErrorCode;

import java.util.List;
import java.util.stream.Stream;

/** Policies by what requests name them by. */
final class PolicyNames {
    private PolicyNames() {}

    /** The policy of this id, or the error that there is none. */
    static OrganizationPolicy find(OrganizationView view, String id) {
        OrganizationPolicy policy = view.policy(id);
        if (policy == null) {
            throw OrganizationsErrors.policyMissing();
        }
        return policy;
    }

    /** The same, unless it is AWS's. */
    static OrganizationPolicy findOwn(OrganizationView view, String id) {
        OrganizationPolicy policy = find(view, id);
        if (policy.madeByAws()) {
            throw OrganizationsErrors.invalid(
                    "IMMUTABLE_POLICY", "You specified a policy that is managed by AWS.");
        }
        return policy;
    }

    /** Passes if no policy of the type has the name. */
    static void requireFree(OrganizationView view, String type, String name) {
        if (ofType(view, type).stream().anyMatch(policy -> policy.name().equals(name))) {
            throw OrganizationsErrors.because(
                    ErrorCode.DUPLICATE_POLICY, "A policy with the same name already exists.");
        }
    }

    /** How many of the type the organization has of its own. */
    static int count(OrganizationView view, String type) {
        return (int) view.policies().stream().filter(policy -> policy.type().equals(type)).count();
    }

    /** All of the type, AWS's first. */
    static List<OrganizationPolicy> ofType(OrganizationView view, String type) {
        return Stream.concat(OrganizationPolicy.OF_AWS.stream(), view.policies().stream())
                .filter(policy -> policy.type().equals(type))
                .toList();
    }
}
