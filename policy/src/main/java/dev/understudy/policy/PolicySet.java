package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The policies that apply to a request.
 *
 * @param identity of the principal, its groups' among them
 * @param boundary its permissions boundary; null if it has none
 * @param session session policies; null if none were passed
 * @param resource the policy of the resource; null if it has none
 * @param resourcePolicyRequired whether a resource without a policy that allows is closed even to
 *     its own account, as roles and KMS keys are
 * @param serviceControl by level: root, each organizational unit, account; empty if none apply
 * @param resourceControl likewise
 * @param vpcEndpoint of the endpoint that the request came through; null if through none
 */
public record PolicySet(
        List<PolicySource> identity,
        @Nullable PolicySource boundary,
        @Nullable List<PolicySource> session,
        @Nullable PolicySource resource,
        boolean resourcePolicyRequired,
        List<List<PolicySource>> serviceControl,
        List<List<PolicySource>> resourceControl,
        @Nullable PolicySource vpcEndpoint) {

    public PolicySet {
        identity = List.copyOf(identity);
        session = session == null ? null : List.copyOf(session);
        serviceControl = serviceControl.stream().map(List::copyOf).toList();
        resourceControl = resourceControl.stream().map(List::copyOf).toList();
    }

    /** A builder without any policy. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these policies. */
    public Builder toBuilder() {
        return builder()
                .identity(identity)
                .boundary(boundary)
                .session(session)
                .resource(resource)
                .resourcePolicyRequired(resourcePolicyRequired)
                .serviceControl(serviceControl)
                .resourceControl(resourceControl)
                .vpcEndpoint(vpcEndpoint);
    }

    /** Collects policies. */
    public static final class Builder {
        private List<PolicySource> identity = List.of();
        private @Nullable PolicySource boundary;
        private @Nullable List<PolicySource> session;
        private @Nullable PolicySource resource;
        private boolean resourcePolicyRequired;
        private List<List<PolicySource>> serviceControl = List.of();
        private List<List<PolicySource>> resourceControl = List.of();
        private @Nullable PolicySource vpcEndpoint;

        private Builder() {}

        /** Policies of the principal. */
        public Builder identity(List<PolicySource> sources) {
            identity = sources;
            return this;
        }

        /** Its permissions boundary; null for none. */
        public Builder boundary(@Nullable PolicySource source) {
            boundary = source;
            return this;
        }

        /** Session policies; null for none. */
        public Builder session(@Nullable List<PolicySource> sources) {
            session = sources;
            return this;
        }

        /** The resource's policy; null for none. */
        public Builder resource(@Nullable PolicySource source) {
            resource = source;
            return this;
        }

        /** Whether the resource's policy must allow. */
        public Builder resourcePolicyRequired(boolean required) {
            resourcePolicyRequired = required;
            return this;
        }

        /** Service control policies by level. */
        public Builder serviceControl(List<List<PolicySource>> levels) {
            serviceControl = levels;
            return this;
        }

        /** Resource control policies by level. */
        public Builder resourceControl(List<List<PolicySource>> levels) {
            resourceControl = levels;
            return this;
        }

        /** The VPC endpoint's policy; null for none. */
        public Builder vpcEndpoint(@Nullable PolicySource source) {
            vpcEndpoint = source;
            return this;
        }

        /** The policies so far. */
        public PolicySet build() {
            return new PolicySet(
                    identity,
                    boundary,
                    session,
                    resource,
                    resourcePolicyRequired,
                    serviceControl,
                    resourceControl,
                    vpcEndpoint);
        }
    }
}
