package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import java.util.List;
import java.util.Map;

/** An entity that has policies. */
public sealed interface PolicyHolder extends Entity permits User, Group, Role {
    /** The unique id. */
    String id();

    /** The friendly name. */
    String name();

    /** Its policies. */
    Permissions permissions();

    /** The same with these policies instead. */
    PolicyHolder withPermissions(Permissions permissions);

    /** Inline policies by name. */
    default Map<String, PolicyDocument> inlinePolicies() {
        return permissions().inline();
    }

    /** The ARNs of the attached managed policies, in the order they were attached. */
    default List<String> attachedPolicies() {
        return permissions().attached();
    }

    /** The same with this inline policy, which replaces one of its name. */
    default PolicyHolder withInlinePolicy(String name, PolicyDocument document) {
        return withPermissions(permissions().withInline(name, document));
    }

    /** The same without this inline policy. */
    default PolicyHolder withoutInlinePolicy(String name) {
        return withPermissions(permissions().withoutInline(name));
    }

    /** The same with this policy attached last. */
    default PolicyHolder withAttached(String arn) {
        return withPermissions(permissions().withAttached(arn));
    }

    /** The same without this policy attached. */
    default PolicyHolder withoutAttached(String arn) {
        return withPermissions(permissions().withoutAttached(arn));
    }
}
