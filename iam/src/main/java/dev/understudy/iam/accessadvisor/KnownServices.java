package dev.understudy.iam.accessadvisor;

import java.util.List;

/**
 * The services that reports list: by namespace, which is the prefix of their actions, with the name
 * that AWS displays.
 */
public interface KnownServices {
    /** The namespaces of all services that are known, sorted. */
    List<String> namespaces();

    /** The name to display; the namespace itself if none is known. */
    String name(String namespace);
}
