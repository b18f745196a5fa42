package dev.understudy.analysis.lint;

import dev.understudy.catalog.ResourceType;
import dev.understudy.catalog.ServiceCatalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AWS's resource types by the service that stands in their ARNs, which is not always the one whose
 * actions are judged against them. Made when a resource fits no type of its own service, because
 * that needs all services' types.
 */
final class ArnServices {
    private static final ArnServices AWS = new ArnServices(ServiceCatalog.aws());

    private final Map<String, List<ResourceType>> types = new HashMap<>();

    private ArnServices(ServiceCatalog catalog) {
        for (String service : catalog.services()) {
            for (ResourceType type : catalog.resourceTypes(service)) {
                for (String pattern : type.arnPatterns()) {
                    ArnText arn = ArnText.of(pattern);
                    if (arn.isWhole()) {
                        types.computeIfAbsent(arn.service(), key -> new ArrayList<>()).add(type);
                    }
                }
            }
        }
    }

    static List<ResourceType> types(String service) {
        return AWS.types.getOrDefault(service, List.of());
    }

    /** The parts of the ARNs of a service's types. */
    static List<ArnText> arns(String service) {
        List<ArnText> arns = new ArrayList<>();
        for (ResourceType type : types(service)) {
            for (String pattern : type.arnPatterns()) {
                ArnText arn = ArnText.of(pattern);
                if (arn.isWhole() && arn.service().equals(service)) {
                    arns.add(arn);
                }
            }
        }
        return arns;
    }
}
