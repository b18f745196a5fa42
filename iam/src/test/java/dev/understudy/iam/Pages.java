package dev.understudy.iam;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks a list page by page, as a client's paginator does. */
public final class Pages {
    private static final int MANY = 100;

    private final Client client;
    private final String action;
    private final String[] parameters;

    public Pages(Client client, String action, String... parameters) {
        this.client = client;
        this.action = action;
        this.parameters = parameters;
    }

    /** The texts of this element on all pages of one item; between two pages something happens. */
    public List<String> oneByOne(String element, Runnable between) {
        return pages(1, element, between);
    }

    /** The texts of this element on all pages of the largest size. */
    public List<String> thousands(String element) {
        return pages(1_000, element, () -> {});
    }

    private List<String> pages(int items, String element, Runnable between) {
        List<String> all = new ArrayList<>();
        String marker = null;
        for (int page = 0; page < MANY; page++) {
            Answer answer = page(items, marker);
            all.addAll(answer.texts(element));
            if (answer.text("IsTruncated").equals("false")) {
                if (answer.has("Marker")) {
                    throw new AssertionError("a last page with a marker: " + answer);
                }
                return all;
            }
            marker = answer.text("Marker");
            between.run();
        }
        throw new AssertionError("no end: " + all);
    }

    /** The same with nothing happening. */
    public List<String> oneByOne(String element) {
        return oneByOne(element, () -> {});
    }

    /** The texts of this element on one page of the default size. */
    public List<String> atOnce(String element) {
        return client.call(action, parameters).ok().texts(element);
    }

    private Answer page(int items, @Nullable String marker) {
        List<String> all = new ArrayList<>(Arrays.asList(parameters));
        all.addAll(List.of("MaxItems", String.valueOf(items)));
        if (marker != null) {
            all.addAll(List.of("Marker", marker));
        }
        return client.call(action, all.toArray(String[]::new)).ok();
    }
}
