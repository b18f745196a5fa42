package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The services, actions, resource types and condition keys that AWS defines, as of the day that
 * {@link #source()} names. Immutable; a service's objects are made when it is first asked for.
 * Names are found in any case and given in AWS's. No input makes a method throw, or take more time
 * than its length accounts for.
 */
public final class ServiceCatalog {
    private static final String DATA = "aws-actions.txt";
    private static final String FORMAT = "understudy-actions 1";
    private static final int SIMILAR = 3;

    private final String source;

    /** By prefix, which is in lower case. */
    private final Map<String, Service> services = new LinkedHashMap<>();

    private final List<String> names;
    private final ConditionKeys keys;

    private ServiceCatalog(byte[] data) {
        Cursor in = new Cursor(data, 0);
        if (!in.text().equals(FORMAT)) {
            throw new IllegalStateException(DATA + " is of another build");
        }
        source = in.text() + " " + in.text();
        keys = new ConditionKeys(in);
        String[] prefixes = new String[in.number()];
        int[] offsets = new int[prefixes.length];
        for (int i = 0; i < prefixes.length; i++) {
            prefixes[i] = in.text();
            offsets[i] = in.number();
            in.number();
        }
        for (int i = 0; i < prefixes.length; i++) {
            services.put(
                    prefixes[i], new Service(prefixes[i], data, in.position() + offsets[i], keys));
        }
        names = List.of(prefixes);
    }

    /** AWS's catalog, loaded at the first call. */
    public static ServiceCatalog aws() {
        return Aws.CATALOG;
    }

    /** Loads when first asked for, so that a start does not pay for it. */
    private static final class Aws {
        private static final ServiceCatalog CATALOG = new ServiceCatalog(data());

        private Aws() {}
    }

    private static byte[] data() {
        try (InputStream in = ServiceCatalog.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new IllegalStateException(DATA + " is missing: the build made none");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name and version of the package that the data comes from. */
    public String source() {
        return source;
    }

    public boolean hasService(String prefix) {
        return service(prefix) != null;
    }

    /** The prefixes of all services, sorted. */
    public List<String> services() {
        return names;
    }

    private @Nullable Service service(String prefix) {
        return services.get(Names.lower(prefix));
    }

    /**
     * The action of this full name.
     *
     * @param name {@code s3:GetObject}, without wildcards
     * @return null if AWS defines no such action
     */
    public @Nullable ActionDefinition action(String name) {
        int colon = name.indexOf(':');
        Service service = colon < 0 ? null : service(name.substring(0, colon));
        return service == null ? null : service.action(name.substring(colon + 1));
    }

    /**
     * The actions that a policy's pattern names, sorted by service and name.
     *
     * @param pattern {@code s3:Get*}, {@code *}; {@code *} is any run, {@code ?} one character
     * @return empty if it names none
     */
    public List<ActionDefinition> matching(String pattern) {
        int colon = pattern.indexOf(':');
        if (colon < 0) {
            ActionPattern full = ActionPattern.of(pattern);
            return select(ActionPattern.of("*"), action -> full.matches(action.fullName()));
        }
        ActionPattern name = ActionPattern.of(pattern.substring(colon + 1));
        return select(
                ActionPattern.of(pattern.substring(0, colon)),
                action -> name.matches(action.name()));
    }

    private List<ActionDefinition> select(
            ActionPattern prefix, Predicate<ActionDefinition> wanted) {
        List<ActionDefinition> found = new ArrayList<>();
        for (Service service : services.values()) {
            if (prefix.matches(service.prefix())) {
                service.actions().stream().filter(wanted).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /**
     * A service's resource type.
     *
     * @return null if there is no such service, or it lists no such type
     */
    public @Nullable ResourceType resourceType(String service, String name) {
        Service found = service(service);
        return found == null ? null : found.resourceType(name);
    }

    /** All types of a service, sorted by name; empty if there is no such service. */
    public List<ResourceType> resourceTypes(String service) {
        Service found = service(service);
        return found == null ? List.of() : found.resourceTypes();
    }

    /**
     * The key of this name: a service's, a global one, SAML's, or an OpenID Connect provider's.
     *
     * @param key as a condition names it: {@code aws:ResourceTag/team} finds {@code
     *     aws:ResourceTag/${TagKey}}
     * @return null if AWS defines no such key
     */
    public @Nullable ConditionKeyDefinition conditionKey(String key) {
        return keys.find(key);
    }

    /**
     * The keys that a request for this action can carry: those that AWS lists for the action and
     * its resources, then those of every request.
     */
    public List<ConditionKeyDefinition> conditionKeys(ActionDefinition action) {
        Set<String> listed = new LinkedHashSet<>(action.conditionKeys());
        for (ResourceUse use : action.resources()) {
            listed.addAll(use.conditionKeys());
            listed.addAll(use.type().conditionKeys());
        }
        Set<ConditionKeyDefinition> all = new LinkedHashSet<>();
        for (String name : listed) {
            ConditionKeyDefinition key = keys.find(name);
            if (key != null) {
                all.add(key);
            }
        }
        all.addAll(keys.everywhere());
        return List.copyOf(all);
    }

    /** What a request for this action on this resource is judged against. */
    public Judged judged(String action, String resource) {
        ActionDefinition known = action(action);
        if (known == null) {
            return new Judged.UnknownAction(action, similarActions(action, SIMILAR));
        }
        return known.needsNoResource()
                ? new Judged.AgainstEverything(known)
                : new Judged.AgainstResource(known, resource);
    }

    /**
     * Actions that a name may have meant, the likeliest first.
     *
     * @param name a full name that is no action's
     * @param most how many at most
     */
    public List<String> similarActions(String name, int most) {
        return SimilarActions.of(name, most, services.values());
    }
}
