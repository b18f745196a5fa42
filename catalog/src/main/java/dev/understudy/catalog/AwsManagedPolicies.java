package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * AWS's managed policies, as of the package that {@link #source()} names. The index is read at the
 * first question, a document when it is asked for.
 */
public final class AwsManagedPolicies {
    private static final String PREFIX = "arn:aws:iam::aws:policy/";

    private AwsManagedPolicies() {}

    /** The policy of this ARN; null if AWS has none. */
    public static @Nullable AwsManagedPolicy find(String arn) {
        return arn.startsWith(PREFIX) ? Holder.INDEX.find(arn) : null;
    }

    /** All of them, sorted by their names, ignoring case. */
    public static List<AwsManagedPolicy> all() {
        return Holder.INDEX.all();
    }

    /** The name and version of the package that they come from. */
    public static String source() {
        return Holder.INDEX.source();
    }

    /** Loads when a policy is first asked for, so that a start does not pay for it. */
    private static final class Holder {
        private static final PolicyIndex INDEX = PolicyIndex.load();

        private Holder() {}
    }
}
