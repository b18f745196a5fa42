package dev.understudy.policy;

import java.util.List;

/** Whether a key is absent ({@code true}) or present with a value ({@code false}). */
final class NullCondition implements Condition {
    private final String key;
    private final String lowerKey;
    private final List<String> wanted;

    NullCondition(String key, List<String> wanted) {
        this.key = key;
        this.lowerKey = Ascii.lower(key);
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public boolean matches(RequestContext context) {
        List<String> values = context.valuesOf(lowerKey);
        String absent = values == null || values.isEmpty() ? "true" : "false";
        for (int i = 0; i < wanted.size(); i++) {
            if (Ascii.equalsIgnoringCase(wanted.get(i), absent)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String operator() {
        return "Null";
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public List<String> wanted() {
        return wanted;
    }
}
