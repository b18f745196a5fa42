package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds values of a condition's key with which it would hold, or fail. Every value is tried on the
 * condition itself, so that no operator's rule is written twice.
 */
final class KeyChanges {
    /** What says who the principal and whose the resource is, and so is nothing to change. */
    private static final Set<String> FIXED =
            Set.of(
                    "aws:principalarn",
                    "aws:principalaccount",
                    "aws:principaltype",
                    "aws:principalisawsservice",
                    "aws:principalservicename",
                    "aws:principalservicenameslist",
                    "aws:principalorgid",
                    "aws:principalorgpaths",
                    "aws:resourceaccount",
                    "aws:resourceorgid",
                    "aws:resourceorgpaths",
                    "aws:userid",
                    "aws:username");

    private static final int MOST_WANTED = 8;

    /** Of the blocks that are nobody's. */
    private static final List<String> ADDRESSES = List.of("192.0.2.1", "198.51.100.1");

    private final Condition condition;
    private final RequestContext context;
    private final boolean holds;

    private KeyChanges(Condition condition, RequestContext context, boolean holds) {
        this.condition = condition;
        this.context = context;
        this.holds = holds;
    }

    /** At most one value to set, and the key's removal if that will do; the better one first. */
    static List<Change> of(Condition condition, RequestContext context, boolean holds) {
        if (FIXED.contains(Ascii.lower(condition.key()))) {
            return List.of();
        }
        KeyChanges changes = new KeyChanges(condition, context, holds);
        List<Change> found = new ArrayList<>();
        Change set = changes.set();
        if (set != null) {
            found.add(set);
        }
        boolean removable =
                context.values(condition.key()) != null
                        && changes.does(context.toBuilder().remove(condition.key()).build());
        if (removable) {
            found.add(new Change.KeyRemoved(condition.key()));
        }
        return found;
    }

    private boolean does(RequestContext changed) {
        return condition.matches(changed) == holds;
    }

    private @Nullable Change set() {
        List<String> actual = context.values(condition.key());
        boolean multivalued =
                condition.operator().startsWith("For") || actual != null && actual.size() != 1;
        for (String value : candidates()) {
            List<String> values = List.of(value);
            RequestContext.Builder changed = context.toBuilder();
            if (multivalued) {
                changed.putAll(condition.key(), values);
            } else {
                changed.put(condition.key(), value);
            }
            if (does(changed.build()) && !values.equals(actual)) {
                return new Change.KeySet(condition.key(), values, multivalued, rule(value));
            }
        }
        return null;
    }

    private Set<String> candidates() {
        Set<String> candidates = new LinkedHashSet<>();
        List<String> wanted = condition.wanted();
        String base = Words.base(condition.operator());
        for (String value : wanted.subList(0, Math.min(wanted.size(), MOST_WANTED))) {
            near(candidates, base, filled(value));
        }
        if (base.equals("Null")) {
            candidates.add("x");
        }
        candidates.addAll(others(base));
        return candidates;
    }

    /** Values of the operator's type that few policies name. */
    private static List<String> others(String base) {
        if (base.equals("Bool")) {
            return List.of("true", "false");
        }
        if (base.contains("IpAddress")) {
            return ADDRESSES;
        }
        if (base.startsWith("Numeric")) {
            return List.of("0");
        }
        return base.startsWith("Arn") ? List.of("arn:aws:x:::other") : List.of("other");
    }

    /** The text with the variables of the request put in, as far as they have values. */
    private String filled(String text) {
        int start = text.indexOf("${");
        int end = start < 0 ? -1 : text.indexOf('}', start);
        if (end < 0) {
            return text;
        }
        String name = text.substring(start + 2, end).strip();
        List<String> values = context.values(name);
        String value = values == null || values.size() != 1 ? name : values.get(0);
        return text.substring(0, start) + value + filled(text.substring(end + 1));
    }

    private static void near(Set<String> candidates, String base, String wanted) {
        if (base.contains("IpAddress")) {
            address(candidates, wanted);
        } else if (base.startsWith("Numeric")) {
            number(candidates, wanted);
        } else if (base.startsWith("Date")) {
            date(candidates, wanted);
        } else if (base.contains("Like") || base.startsWith("Arn")) {
            candidates.add(wanted.replace('*', 'x').replace('?', 'x'));
            candidates.add(wanted.replace("*", "").replace('?', 'x'));
        } else {
            candidates.add(wanted);
        }
    }

    /** The first address for hosts of a block, which is not the block's own. */
    private static void address(Set<String> candidates, String wanted) {
        int slash = wanted.indexOf('/');
        String first = slash < 0 ? wanted : wanted.substring(0, slash);
        if (slash >= 0 && first.endsWith(".0")) {
            candidates.add(first.substring(0, first.length() - 1) + "1");
        }
        candidates.add(first);
    }

    private static void number(Set<String> candidates, String wanted) {
        try {
            double number = Double.parseDouble(wanted);
            candidates.add(wanted);
            candidates.add(Long.toString((long) Math.ceil(number) - 1));
            candidates.add(Long.toString((long) Math.floor(number) + 1));
        } catch (NumberFormatException none) {
            // Then no number will do.
        }
    }

    private static void date(Set<String> candidates, String wanted) {
        candidates.add(wanted);
        Moment moment = Moment.parse(wanted);
        if (moment == null) {
            return;
        }
        try {
            Instant instant = Instant.ofEpochSecond(moment.seconds());
            candidates.add(instant.minusSeconds(1).toString());
            candidates.add(instant.plusSeconds(1).toString());
        } catch (DateTimeException outOfRange) {
            // Then no date will do.
        }
    }

    /** Which other values would do as well; empty if this is the only one. */
    private String rule(String value) {
        List<String> wanted = condition.wanted();
        String words = Words.wanted(condition.operator(), wanted);
        String base = Words.base(condition.operator());
        if (!holds) {
            return base.equals("Null") || base.equals("Bool")
                    ? ""
                    : "anything that is not " + words;
        }
        boolean only = wanted.size() == 1 && wanted.get(0).equals(value);
        return only ? "" : base.equals("Null") ? "any other value" : words;
    }
}
