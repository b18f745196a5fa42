package dev.understudy.iam.patterns;

import dev.understudy.directory.PolicyHolder;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.util.TreeSet;

/** Inline policies of users, groups and roles. */
public final class InlinePolicies {
    private InlinePolicies() {}

    /** Adds the policy, or replaces the one of its name. */
    public static <E extends PolicyHolder> void put(
            HolderFamily<E> family, String owner, String name, String text, WritingCall call) {
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        PolicyHolder changed = entity.withInlinePolicy(name, Documents.inline(text));
        int size = changed.inlinePolicies().values().stream().mapToInt(PolicyDocument::size).sum();
        int most = call.quota(family.inlineQuota());
        if (size > most) {
            throw LimitExceeded.inlinePolicySize(most, family.word(), entity.name());
        }
        call.put(changed);
    }

    /** Deletes the policy. */
    public static <E extends PolicyHolder> void delete(
            HolderFamily<E> family, String owner, String name, WritingCall call) {
        E entity = family.get(call.account(), owner);
        family.requireModifiable(entity);
        find(family, entity, name);
        call.put(entity.withoutInlinePolicy(name));
    }

    /** The document of the policy, or NoSuchEntity. */
    public static <E extends PolicyHolder> PolicyDocument find(
            HolderFamily<E> family, E entity, String name) {
        PolicyDocument document = entity.inlinePolicies().get(name);
        if (document == null) {
            throw NoSuchEntity.inlinePolicy(family.word(), name);
        }
        return document;
    }

    /** A page of the names. */
    public static Paging.Page<String> names(
            PolicyHolder entity, @Nullable Integer maxItems, @Nullable String marker) {
        TreeSet<String> sorted = new TreeSet<>(Paging.ORDER);
        sorted.addAll(entity.inlinePolicies().keySet());
        return Paging.page(sorted, name -> name, maxItems, marker);
    }
}
