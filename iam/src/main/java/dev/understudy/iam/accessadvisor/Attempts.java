package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.PrincipalAccess;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * The last attempts at one service by some principals.
 *
 * @param last of all; null if nobody ever tried
 * @param lastBy whose it was; null likewise
 * @param principals how many tried
 * @param actions each action's last attempt, and whose it was
 */
record Attempts(
        PrincipalAccess.@Nullable Attempt last,
        @Nullable String lastBy,
        int principals,
        Map<String, Map.Entry<String, PrincipalAccess.Attempt>> actions) {
    /** Those at the service of this namespace; what each principal tried is given by its name. */
    static Attempts at(String namespace, Map<String, PrincipalAccess> tried) {
        PrincipalAccess.Attempt last = null;
        String lastBy = null;
        int principals = 0;
        Map<String, Map.Entry<String, PrincipalAccess.Attempt>> actions = new TreeMap<>();
        for (Map.Entry<String, PrincipalAccess> one : tried.entrySet()) {
            boolean any = false;
            for (Map.Entry<String, PrincipalAccess.Attempt> action :
                    one.getValue().actions().entrySet()) {
                if (!action.getKey().startsWith(namespace + ":")) {
                    continue;
                }
                any = true;
                PrincipalAccess.Attempt attempt = action.getValue();
                if (last == null || attempt.at().isAfter(last.at())) {
                    last = attempt;
                    lastBy = one.getKey();
                }
                actions.merge(
                        action.getKey().substring(namespace.length() + 1),
                        Map.entry(one.getKey(), attempt),
                        (old, other) ->
                                other.getValue().at().isAfter(old.getValue().at()) ? other : old);
            }
            principals += any ? 1 : 0;
        }
        return new Attempts(last, lastBy, principals, actions);
    }
}
