package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyText;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Applies the edits that findings bring. */
public final class Fixes {
    private Fixes() {}

    /**
     * The text with every edit applied; of edits that overlap the first only, so that checking and
     * applying again may find more to do. What was JSON stays JSON.
     *
     * @param findings of this very text
     */
    public static String apply(String text, List<Finding> findings) {
        List<Edit> edits =
                findings.stream()
                        .map(Finding::edit)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                        .toList();
        String all = applyAll(text, edits);
        boolean broken = PolicyText.read(all).problem() != null;
        return broken && !edits.isEmpty() && PolicyText.read(text).problem() == null
                ? applyAll(text, edits.subList(0, 1))
                : all;
    }

    private static String applyAll(String text, List<Edit> edits) {
        StringBuilder fixed = new StringBuilder();
        int copied = 0;
        for (Edit edit : edits) {
            if (edit.start() >= copied) {
                fixed.append(text, copied, edit.start()).append(edit.replacement());
                copied = edit.end();
            }
        }
        return fixed.append(text, copied, text.length()).toString();
    }
}
