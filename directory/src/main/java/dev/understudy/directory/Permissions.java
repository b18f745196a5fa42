package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The policies of a user, group or role.
 *
 * @param inline inline policies by name
 * @param attached the ARNs of attached managed policies, in the order they were attached
 * @param boundary the ARN of the managed policy that is the permissions boundary; null if there is
 *     none
 */
public record Permissions(
        Map<String, PolicyDocument> inline, List<String> attached, @Nullable String boundary) {
    /** None at all. */
    public static final Permissions NONE = new Permissions(Map.of(), List.of(), null);

    public Permissions {
        inline = Copies.of(inline);
        attached = List.copyOf(attached);
    }

    Permissions withInline(String name, PolicyDocument document) {
        return new Permissions(Copies.with(inline, name, document), attached, boundary);
    }

    Permissions withoutInline(String name) {
        return new Permissions(Copies.without(inline, name), attached, boundary);
    }

    Permissions withAttached(String arn) {
        return new Permissions(inline, Copies.with(attached, arn), boundary);
    }

    Permissions withoutAttached(String arn) {
        return new Permissions(inline, Copies.without(attached, arn), boundary);
    }

    /** The same with this boundary instead; null for none. */
    public Permissions withBoundary(@Nullable String arn) {
        return new Permissions(inline, attached, arn);
    }
}
