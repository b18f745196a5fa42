package dev.understudy.policy;

/** What a policy is for, which says what it can do: grant, limit, or both. */
public enum PolicyKind {
    /** Attached to a user, group or role. */
    IDENTITY,
    /** Attached to a resource. */
    RESOURCE,
    /** The resource policy of a role. */
    TRUST,
    /** A permissions boundary. */
    BOUNDARY,
    /** Passed when a session was made. */
    SESSION,
    /** A service control policy of an organization. */
    SERVICE_CONTROL,
    /** A resource control policy of an organization. */
    RESOURCE_CONTROL,
    /** Of the VPC endpoint that a request came through. */
    VPC_ENDPOINT
}
