package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import java.util.Map;

/**
 * The parameters of a request of the Query protocol: form body and query string together, decoded,
 * every name once. Signature parameters ({@code X-Amz-…}) are left out.
 *
 * @param action the value of {@code Action}; null if missing
 * @param version the value of {@code Version}; null if missing
 * @param root the other parameters as a tree, {@code Tags.member.1.Key} four levels deep
 */
record QueryRequest(@Nullable String action, @Nullable String version, Parameter root)
        implements Asked {

    /** Whether the request carries no parameter at all, as a browser's does. */
    @Override
    public boolean isEmpty() {
        return action == null && version == null && root.isLeaf();
    }

    @Override
    public SdkPojo input(SdkPojo builder, Service service) {
        return ShapeReader.read(service, builder, root);
    }

    static QueryRequest of(Map<String, String> parameters) {
        Parameter root = new Parameter();
        parameters.forEach((name, value) -> {
            if (!name.equals("Action") && !name.equals("Version")) {
                root.put(name, value);
            }
        });
        return new QueryRequest(parameters.get("Action"), parameters.get("Version"), root);
    }
}
