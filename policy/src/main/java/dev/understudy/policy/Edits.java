package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes, sorted by what they are applied to. The place of a statement that is removed is kept, so
 * that the others keep their indexes.
 */
final class Edits {
    /** Stands where a statement was removed; there is no such action. */
    private static final String NOTHING =
            "{\"Effect\":\"Deny\",\"Action\":\"understudy:nothing\",\"Resource\":\"*\"}";

    private final Statements statements;
    private final List<Change> keys = new ArrayList<>();
    private final Map<PolicySource, TreeMap<Integer, String>> replaced = new HashMap<>();
    private final Map<PolicySource, List<String>> added = new HashMap<>();
    private final Map<PolicySource, String> whole = new HashMap<>();
    private final List<Change.StatementAdded> fresh = new ArrayList<>();

    Edits(Statements statements) {
        this.statements = statements;
    }

    void add(Change change) {
        if (change instanceof Change.StatementRemoved) {
            Change.StatementRemoved removed = (Change.StatementRemoved) change;
            replace(removed.policy(), removed.index(), NOTHING);
        } else if (change instanceof Change.StatementReplaced) {
            Change.StatementReplaced other = (Change.StatementReplaced) change;
            replace(other.policy(), other.index(), other.statement());
        } else if (change instanceof Change.PolicyReplaced) {
            Change.PolicyReplaced policy = (Change.PolicyReplaced) change;
            whole.put(policy.policy(), policy.statement());
        } else if (change instanceof Change.StatementAdded) {
            add((Change.StatementAdded) change);
        } else {
            keys.add(change);
        }
    }

    private void add(Change.StatementAdded change) {
        PolicySource policy = change.policy();
        if (policy == null) {
            fresh.add(change);
        } else {
            added.computeIfAbsent(policy, none -> new ArrayList<>()).add(change.statement());
        }
    }

    private void replace(PolicySource policy, int index, String statement) {
        replaced.computeIfAbsent(policy, none -> new TreeMap<>()).put(index, statement);
    }

    AccessRequest applied(AccessRequest request) {
        if (keys.isEmpty()) {
            return request;
        }
        RequestContext.Builder context = request.context().toBuilder();
        for (Change change : keys) {
            if (change instanceof Change.KeySet) {
                set(context, (Change.KeySet) change);
            } else {
                context.remove(((Change.KeyRemoved) change).key());
            }
        }
        return new AccessRequest(
                request.principal(),
                request.action(),
                request.resource(),
                request.resourceAccount(),
                context.build());
    }

    private static void set(RequestContext.Builder context, Change.KeySet change) {
        if (change.multivalued() || change.values().size() != 1) {
            context.putAll(change.key(), change.values());
        } else {
            context.put(change.key(), change.values().get(0));
        }
    }

    PolicySet applied(PolicySet policies, Map<PolicySource, PolicySource> origins) {
        List<PolicySource> session = policies.session();
        PolicySource resource = policies.resource();
        return policies.toBuilder()
                .identity(all(policies.identity(), PolicyKind.IDENTITY, 0, origins))
                .boundary(one(policies.boundary(), origins))
                .session(
                        session == null && fresh(PolicyKind.SESSION, 0).isEmpty()
                                ? null
                                : all(
                                        session == null ? List.of() : session,
                                        PolicyKind.SESSION,
                                        0,
                                        origins))
                .resource(resource == null ? newResource() : one(resource, origins))
                .serviceControl(
                        levels(policies.serviceControl(), PolicyKind.SERVICE_CONTROL, origins))
                .resourceControl(
                        levels(policies.resourceControl(), PolicyKind.RESOURCE_CONTROL, origins))
                .vpcEndpoint(one(policies.vpcEndpoint(), origins))
                .build();
    }

    private @Nullable PolicySource newResource() {
        List<PolicySource> sources = fresh(PolicyKind.RESOURCE, 0);
        return sources.isEmpty() ? null : sources.get(0);
    }

    private List<PolicySource> fresh(PolicyKind kind, int level) {
        List<PolicySource> sources = new ArrayList<>();
        for (Change.StatementAdded change : fresh) {
            if (change.kind() == kind && change.level() == level) {
                sources.add(
                        new PolicySource(
                                "new policy",
                                kind,
                                document(DocumentParser.CURRENT, List.of(change.statement()))));
            }
        }
        return sources;
    }

    private List<List<PolicySource>> levels(
            List<List<PolicySource>> levels,
            PolicyKind kind,
            Map<PolicySource, PolicySource> origins) {
        List<List<PolicySource>> changed = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            changed.add(all(levels.get(i), kind, i + 1, origins));
        }
        return changed;
    }

    private List<PolicySource> all(
            List<PolicySource> sources,
            PolicyKind kind,
            int level,
            Map<PolicySource, PolicySource> origins) {
        List<PolicySource> changed = new ArrayList<>();
        for (PolicySource source : sources) {
            PolicySource other = one(source, origins);
            changed.add(other == null ? source : other);
        }
        changed.addAll(fresh(kind, level));
        return changed;
    }

    private @Nullable PolicySource one(
            @Nullable PolicySource source, Map<PolicySource, PolicySource> origins) {
        if (source == null) {
            return null;
        }
        String only = whole.get(source);
        TreeMap<Integer, String> others = replaced.get(source);
        List<String> more = added.get(source);
        if (only == null && others == null && more == null) {
            return source;
        }
        PolicyDocument document =
                only == null
                        ? edited(source, others, more)
                        : document(DocumentParser.CURRENT, List.of(only));
        PolicySource changed = new PolicySource(source.name(), source.kind(), document);
        origins.put(changed, source);
        return changed;
    }

    private PolicyDocument edited(
            PolicySource source,
            @Nullable TreeMap<Integer, String> others,
            @Nullable List<String> more) {
        List<String> texts = new ArrayList<>();
        for (Statement statement : statements.of(source)) {
            String other = others == null ? null : others.get(texts.size());
            texts.add(other == null ? statement.text() : other);
        }
        if (more != null) {
            texts.addAll(more);
        }
        return document(source.document().version(), texts);
    }

    private static PolicyDocument document(String version, List<String> statements) {
        return PolicyDocument.parse(
                "{\"Version\":\""
                        + version
                        + "\",\"Statement\":["
                        + String.join(",", statements)
                        + "]}");
    }
}
