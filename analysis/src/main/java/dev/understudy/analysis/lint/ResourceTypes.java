package dev.understudy.analysis.lint;

import dev.understudy.catalog.ActionDefinition;
import dev.understudy.catalog.ResourceType;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json.JsonString;

import java.util.List;
import java.util.function.Function;

/**
 * Resources that no resource of AWS can be: ARN_REGION_NOT_ALLOWED, ARN_ACCOUNT_NOT_ALLOWED,
 * MISSING_ARN_REGION, MISSING_ARN_ACCOUNT, INVALID_ARN_RESOURCE; and RESOURCE_NEVER_MATCHES_ACTION.
 */
final class ResourceTypes {
    private ResourceTypes() {}

    static void check(JsonString resource, ArnText arn, ServiceCatalog catalog, Findings findings) {
        String text = resource.value();
        if (overlaps(catalog.resourceTypes(arn.service()), text)
                || overlaps(ArnServices.types(arn.service()), text)) {
            return;
        }
        List<ArnText> types = ArnServices.arns(arn.service());
        if (types.isEmpty() || isUnlisted(arn)) {
            return;
        }
        if (neverHas(types, ArnText::region) && isGiven(arn.region())) {
            String fix = "leave the region empty";
            report(
                    Issue.ARN_REGION_NOT_ALLOWED,
                    resource,
                    arn,
                    " has a region, and its service has none in ARNs",
                    fix,
                    3,
                    findings);
        } else if (neverHas(types, ArnText::account) && isGiven(arn.account())) {
            String fix = "leave the account empty";
            report(
                    Issue.ARN_ACCOUNT_NOT_ALLOWED,
                    resource,
                    arn,
                    " has an account, and its service has none in ARNs",
                    fix,
                    4,
                    findings);
        } else if (alwaysHas(types, ArnText::region) && arn.region().isEmpty()) {
            Resources.report(
                    Issue.MISSING_ARN_REGION,
                    resource,
                    " has no region, so that it matches nothing",
                    "write the region, or `*`",
                    null,
                    findings);
        } else if (alwaysHas(types, ArnText::account) && arn.account().isEmpty()) {
            Resources.report(
                    Issue.MISSING_ARN_ACCOUNT,
                    resource,
                    " has no account, so that it matches nothing",
                    "write the account's 12 digits, or `*`",
                    null,
                    findings);
        } else {
            Resources.report(
                    Issue.INVALID_ARN_RESOURCE,
                    resource,
                    " matches no type of resource of its service",
                    "write " + examples(types),
                    null,
                    findings);
        }
    }

    /**
     * What there is although AWS's lists have it not: the account itself, CloudFormation's
     * transforms, and what Systems Manager has of AWS, which is of no account.
     */
    private static boolean isUnlisted(ArnText arn) {
        return switch (arn.service()) {
            case "iam" -> arn.resource().equals("root");
            case "cloudformation" -> arn.resource().startsWith("transform/");
            case "ssm" -> arn.account().isEmpty();
            default -> false;
        };
    }

    private static boolean overlaps(List<ResourceType> types, String text) {
        return types.stream().anyMatch(type -> type.overlaps(text));
    }

    private static boolean neverHas(List<ArnText> types, Function<ArnText, String> part) {
        return types.stream().allMatch(type -> part.apply(type).isEmpty());
    }

    private static boolean alwaysHas(List<ArnText> types, Function<ArnText, String> part) {
        return types.stream().noneMatch(type -> part.apply(type).isEmpty());
    }

    /** Whether it cannot be empty. */
    private static boolean isGiven(String part) {
        return part.chars().anyMatch(c -> c != '*');
    }

    private static String examples(List<ArnText> types) {
        List<String> known =
                types.stream()
                        .map(type -> String.join(":", type.parts()))
                        .distinct()
                        .sorted()
                        .toList();
        return "one of " + Words.list(known);
    }

    private static void report(
            Issue issue,
            JsonString resource,
            ArnText arn,
            String what,
            String fix,
            int part,
            Findings findings) {
        List<String> parts = new java.util.ArrayList<>(arn.parts());
        parts.set(part, "");
        Edit edit = Edits.replace(resource, String.join(":", parts));
        Resources.report(issue, resource, what, fix, edit, findings);
    }

    /**
     * An allowed action that none of the statement's resources can be judged with. Wildcard actions
     * are meant for whatever fits.
     */
    static void actions(StatementView statement, Findings findings) {
        if (!statement.allows() || !statement.has("Resource") || statement.notAction()) {
            return;
        }
        List<String> resources = statement.resources().stream().map(JsonString::value).toList();
        boolean all = resources.isEmpty() || resources.stream().anyMatch(ResourceTypes::isOpen);
        for (JsonString name : all ? List.<JsonString>of() : statement.actions()) {
            ActionDefinition action = statement.policy().catalog().action(name.value());
            if (action != null && !findings.isFull() && !fits(action, resources)) {
                boolean none = action.needsNoResource();
                findings.report(
                        Issue.RESOURCE_NEVER_MATCHES_ACTION,
                        Span.of(name),
                        Words.quote(action.fullName())
                                + (none
                                        ? " knows no resources and is judged against `*` alone"
                                        : " is judged against other types of resources than those"
                                                + " named"),
                        none
                                ? "allow it in a statement of its own with `\"Resource\": \"*\"`"
                                : "name " + Words.list(patterns(action)));
            }
        }
    }

    /** Everything, or what the service itself completes. */
    private static boolean isOpen(String resource) {
        return Resources.isEverything(resource) || !resource.startsWith("arn:");
    }

    private static boolean fits(ActionDefinition action, List<String> resources) {
        return action.resources().stream()
                .anyMatch(use -> resources.stream().anyMatch(use.type()::overlaps));
    }

    private static List<String> patterns(ActionDefinition action) {
        return action.resources().stream()
                .flatMap(use -> use.type().arnPatterns().stream())
                .distinct()
                .toList();
    }
}
