package dev.understudy.policy;

/** What AWS's older parser refuses. */
final class LegacyRules {
    private static final int COLONS = 5;

    private LegacyRules() {}

    /** The document may spell the effect in any case until here. */
    static boolean effectIsExact(Statement statement) {
        return statement.effectText().equals(statement.effect().text());
    }

    static boolean datesAreReadable(Statement statement) {
        for (Condition condition : statement.conditions()) {
            if (condition.operator().contains("Date")
                    && !condition.wanted().stream()
                            .allMatch(value -> Moment.parse(value) != null)) {
                return false;
            }
        }
        return true;
    }

    static boolean resourcesAreWhole(Statement statement) {
        ResourceMatcher resource = statement.resource();
        return resource == null || resource.texts().stream().allMatch(LegacyRules::isWhole);
    }

    private static boolean isWhole(String text) {
        if (!text.startsWith("arn:")) {
            return true;
        }
        long colons = text.chars().filter(c -> c == ':').count();
        String[] parts = text.split(":", -1);
        boolean noService = parts.length > 2 && parts[2].isEmpty();
        return !noService && (colons >= COLONS || !text.contains("::"));
    }
}
