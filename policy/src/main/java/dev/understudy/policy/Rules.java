package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The statements of one document, compiled: those whose action matches are found by index, and of
 * many on the same action those whose resource may match. Immutable, and shared by all principals
 * that have the document.
 *
 * <p>What a document says is a number, so that saying it costs nothing: the {@link Strength} of its
 * closest allow, or {@link #DENIES}, which is more than any of them. Identity policies and their
 * like name nobody; their allow counts as {@link #ALLOWS}.
 */
final class Rules {
    /** A statement denies. */
    static final int DENIES = Strength.values().length;

    /** A statement allows, and none denies. */
    static final int ALLOWS = Strength.DIRECT.ordinal();

    /** No statement matches. */
    static final int NOTHING = Strength.NONE.ordinal();

    /** Looking at so many in turn is as quick as asking an index. */
    private static final int FEW = 16;

    private final Rule[] rules;
    private final boolean anyDenies;
    private final ActionIndex actions;
    private final @Nullable ResourceIndex @Nullable [] resources;

    private Rules(Rule[] rules, ActionIndex actions) {
        this.rules = rules;
        this.actions = actions;
        this.anyDenies = rules.length > 0 && rules[0].denies();
        this.resources = resources(rules, actions);
    }

    /** Compiles the statements; those that deny come first, so that they are met first. */
    static Rules of(List<Statement> statements) {
        List<Statement> sorted = new ArrayList<>(statements.size());
        for (Effect effect : List.of(Effect.DENY, Effect.ALLOW)) {
            for (Statement statement : statements) {
                if (statement.effect() == effect) {
                    sorted.add(statement);
                }
            }
        }
        ActionIndexBuilder actions = new ActionIndexBuilder();
        Rule[] rules = new Rule[sorted.size()];
        for (int i = 0; i < rules.length; i++) {
            ActionMatcher action = sorted.get(i).action();
            rules[i] = new Rule(sorted.get(i));
            if (action.negated()) {
                actions.addForAll(i);
            } else {
                for (String pattern : action.texts()) {
                    actions.add(i, pattern);
                }
            }
        }
        return new Rules(rules, actions.build());
    }

    private static @Nullable ResourceIndex @Nullable [] resources(
            Rule[] rules, ActionIndex actions) {
        @Nullable ResourceIndex[] indexes = new ResourceIndex[actions.keys() + 1];
        boolean any = false;
        for (int key = 0; key <= actions.keys(); key++) {
            int count = actions.last(key) - actions.first(key);
            if (count > FEW) {
                Rule[] indexed = new Rule[count];
                for (int i = 0; i < count; i++) {
                    indexed[i] = rules[actions.rule(actions.first(key) + i)];
                }
                indexes[key] = ResourceIndex.of(indexed);
                any |= indexes[key] != null;
            }
        }
        return any ? indexes : null;
    }

    /**
     * What the document says to the request, or a greater number that is known already.
     *
     * @param naming whether it matters whom it names
     * @param known what others of the same kind said
     */
    int says(AccessRequest request, Naming naming, int known) {
        if (known >= ALLOWS && !anyDenies) {
            return known;
        }
        ActionName action = request.actionName();
        int said = key(actions.keys(), request, naming, known);
        if (!actions.mayHaveService(action)) {
            return said;
        }
        int service = actions.service(action);
        if (service < 0) {
            return said;
        }
        said = key(service, request, naming, said);
        for (long left = actions.lengths(service); left != 0; left &= left - 1) {
            int length = action.serviceLength() + Long.numberOfTrailingZeros(left);
            if (length > action.length()) {
                break;
            }
            int key = actions.beginning(action, length);
            said = key < 0 ? said : key(key, request, naming, said);
        }
        int key = actions.exactly(action);
        return key < 0 ? said : key(key, request, naming, said);
    }

    private int key(int key, AccessRequest request, Naming naming, int known) {
        int said = known;
        ResourceIndex index = resources == null ? null : resources[key];
        if (index != null) {
            return index.says(this, actions.first(key), request, naming, said);
        }
        int last = actions.last(key);
        for (int pattern = actions.first(key); pattern < last && said < DENIES; pattern++) {
            said = pattern(pattern, request, naming, said);
        }
        return said;
    }

    /** The same for one pattern. */
    int pattern(int pattern, AccessRequest request, Naming naming, int known) {
        Rule rule = rules[actions.rule(pattern)];
        if (!rule.denies() && known >= ALLOWS
                || !actions.matches(pattern, request.actionName())
                || !rule.applies(request)) {
            return known;
        }
        if (rule.denies()) {
            return naming.means(rule, request.principal()) ? DENIES : known;
        }
        return Math.max(known, naming.strength(rule, request.principal()).ordinal());
    }

    /** Every principal that a statement names, by its place in the text. */
    List<PrincipalElement> principals() {
        List<PrincipalElement> elements = new ArrayList<>();
        for (Rule rule : rules) {
            elements.addAll(rule.principals());
        }
        elements.sort(Comparator.comparingInt(PrincipalElement::start));
        return elements;
    }
}
