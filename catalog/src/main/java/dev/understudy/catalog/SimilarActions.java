package dev.understudy.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which actions a name that is none may have meant. */
final class SimilarActions {
    /** Longer than any action's full name; what is longer was no slip of the pen. */
    private static final int LONGEST = 160;

    private static final int FAR = 1_000;

    private final String service;
    private final String name;
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(ActionDefinition action, int distance) {}

    private SimilarActions(String full) {
        int colon = full.indexOf(':');
        service = colon < 0 ? "" : Names.lower(full.substring(0, colon));
        name = Names.lower(full.substring(colon + 1));
    }

    static List<String> of(String full, int most, Collection<Service> services) {
        if (full.length() > LONGEST || most <= 0) {
            return List.of();
        }
        SimilarActions similar = new SimilarActions(full);
        for (Service one : services) {
            similar.look(one);
        }
        return similar.candidates.stream()
                .sorted(
                        Comparator.comparingInt(Candidate::distance)
                                .thenComparing(candidate -> candidate.action().fullName()))
                .limit(most)
                .map(candidate -> candidate.action().fullName())
                .toList();
    }

    /** A service that is spelled otherwise must hold the action itself, or be close to the name. */
    private void look(Service one) {
        int between = service.isEmpty() ? 1 : distance(service, one.prefix());
        if (between <= 1) {
            for (ActionDefinition action : one.actions()) {
                consider(action, between);
            }
        } else {
            ActionDefinition same = one.action(name);
            if (same != null) {
                candidates.add(new Candidate(same, 2 + between));
            }
        }
    }

    private void consider(ActionDefinition action, int between) {
        String other = Names.lower(action.name());
        int far = distance(name, other);
        if (sameButForTheVerb(action.name(), other)) {
            far = Math.min(far, 2);
        }
        if (far <= Math.max(2, name.length() / 4)) {
            candidates.add(new Candidate(action, far + between));
        }
    }

    /** {@code ec2:ListInstances} for {@code ec2:DescribeInstances}. */
    private boolean sameButForTheVerb(String spelled, String lower) {
        int noun = 1;
        while (noun < spelled.length() && !Character.isUpperCase(spelled.charAt(noun))) {
            noun++;
        }
        return noun < spelled.length()
                && noun > 1
                && name.endsWith(lower.substring(noun))
                && VERBS.contains(name.substring(0, name.length() - (lower.length() - noun)));
    }

    private static final Collection<String> VERBS =
            List.of(
                    "get",
                    "list",
                    "describe",
                    "create",
                    "put",
                    "add",
                    "update",
                    "modify",
                    "set",
                    "delete",
                    "remove",
                    "start",
                    "run",
                    "stop",
                    "read",
                    "write",
                    "search",
                    "view");

    /** Letters to insert, leave out, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > Math.max(2, a.length() / 4)) {
            return FAR;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
