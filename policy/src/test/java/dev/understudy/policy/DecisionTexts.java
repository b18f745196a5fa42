package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;

/** Every answer that there is, in the words of the case files. */
final class DecisionTexts {
    static final List<String> ALL = all();

    private DecisionTexts() {}

    private static List<String> all() {
        List<String> texts = new ArrayList<>(List.of("allowed"));
        for (PolicyKind kind : PolicyKind.values()) {
            texts.add("explicit " + kind);
            texts.add("implicit " + kind);
        }
        return List.copyOf(texts);
    }
}
