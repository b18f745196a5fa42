package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import java.util.List;
import java.util.Map;

/** An entity that has inline and attached policies. */
public sealed interface PolicyHolder extends Entity permits User, Group, Role {
    /** The unique id. */
    String id();

    /** The friendly name. */
    String name();

    /** Inline policies by name. */
    Map<String, PolicyDocument> inlinePolicies();

    /** The ARNs of the attached managed policies, in the order they were attached. */
    List<String> attachedPolicies();

    /** The same with this inline policy, which replaces one of its name. */
    PolicyHolder withInlinePolicy(String name, PolicyDocument document);

    /** The same without this inline policy. */
    PolicyHolder withoutInlinePolicy(String name);

    /** The same with this policy attached last. */
    PolicyHolder withAttached(String arn);

    /** The same without this policy attached. */
    PolicyHolder withoutAttached(String arn);
}
