package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

/** The services that share the endpoint; a signed request names one in its credential scope. */
public enum Service {
    IAM("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
    STS("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
    ORGANIZATIONS("organizations", "2016-11-28", ""),
    EC2("ec2", "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/");

    private final String scope;
    private final String version;
    private final String namespace;

    Service(String scope, String version, String namespace) {
        this.scope = scope;
        this.version = version;
        this.namespace = namespace;
    }

    /** The name in a credential scope, which is also the prefix of the service's actions. */
    public String scope() {
        return scope;
    }

    /** The value of the {@code Version} parameter. */
    public String version() {
        return version;
    }

    /** Whether it speaks JSON, its operations named in a header, and not the Query protocol. */
    public boolean speaksJson() {
        return this == ORGANIZATIONS;
    }

    /**
     * Whether it speaks EC2's dialect of the Query protocol: lists in requests are numbered right
     * below their name, and answers and errors have forms of their own.
     */
    public boolean speaksEc2Query() {
        return this == EC2;
    }

    /** The service whose operations have this prefix in the JSON protocol; null if none does. */
    static @Nullable Service ofTarget(String prefix) {
        return prefix.equals("AWSOrganizationsV20161128") ? ORGANIZATIONS : null;
    }

    /** The XML namespace of answers and errors; empty for a service that speaks JSON. */
    public String namespace() {
        return namespace;
    }

    /** The service of this scope name, or null. */
    static @Nullable Service ofScope(String scope) {
        for (Service service : values()) {
            if (service.scope.equals(scope)) {
                return service;
            }
        }
        return null;
    }

    /**
     * The service that a request without a usable scope means: by its version, else STS, which
     * alone serves unsigned callers.
     */
    static Service ofVersion(@Nullable String version) {
        if (EC2.version.equals(version)) {
            return EC2;
        }
        return IAM.version.equals(version) ? IAM : STS;
    }
}
