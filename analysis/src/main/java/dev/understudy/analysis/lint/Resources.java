package dev.understudy.analysis.lint;

import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of resources' ARNs: INVALID_ARN_PREFIX, MISSING_ARN_FIELD, INVALID_PARTITION,
 * INVALID_ARN_SERVICE_CASE, WILDCARD_IN_SERVICE_NAME, INVALID_SERVICE, INVALID_REGION,
 * INVALID_ARN_ACCOUNT. What is well-formed goes on to {@link ResourceTypes}.
 */
final class Resources {
    private static final Set<String> PARTITIONS =
            Set.of(
                    "aws",
                    "aws-cn",
                    "aws-us-gov",
                    "aws-iso",
                    "aws-iso-b",
                    "aws-iso-e",
                    "aws-iso-f",
                    "aws-eusc");

    /** Which regions there are changes; how their names are made does not. */
    private static final Pattern REGION =
            Pattern.compile("[a-z]{2,5}(-[a-z]{1,12}){1,3}-[0-9]{1,2}");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private Resources() {}

    static void check(StatementView statement, Findings findings) {
        for (JsonString resource : statement.resources()) {
            String text = resource.value();
            if (findings.isFull()) {
                return;
            }
            if (!isEverything(text) && !isOfInterface(statement, text)) {
                arn(resource, statement.policy().catalog(), findings);
            }
        }
    }

    static boolean isEverything(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }

    /** API Gateway completes this in its own resource policies. */
    private static boolean isOfInterface(StatementView statement, String text) {
        return statement.policy().kind() == PolicyKind.RESOURCE && text.startsWith("execute-api:/");
    }

    private static void arn(JsonString resource, ServiceCatalog catalog, Findings findings) {
        String text = resource.value();
        if (!text.startsWith("arn:")) {
            Edit edit = text.startsWith("aws:") ? Edits.replace(resource, "arn:" + text) : null;
            report(
                    Issue.INVALID_ARN_PREFIX,
                    resource,
                    " does not begin with `arn:`",
                    "write an ARN or `*`",
                    edit,
                    findings);
            return;
        }
        ArnText arn = ArnText.of(text);
        if (!arn.isWhole()) {
            // What is left out matches anything, which a star at the end shows to be meant.
            if (!text.endsWith("*")) {
                report(
                        Issue.MISSING_ARN_FIELD,
                        resource,
                        " has " + arn.parts().size() + " of an ARN's 6 parts",
                        "write arn:partition:service:region:account:resource",
                        null,
                        findings);
            }
            return;
        }
        if (parts(resource, arn, catalog, findings)) {
            ResourceTypes.check(resource, arn, catalog, findings);
        }
    }

    /** Whether all parts are well-formed. */
    private static boolean parts(
            JsonString resource, ArnText arn, ServiceCatalog catalog, Findings findings) {
        if (ArnText.isLiteral(arn.partition()) && !PARTITIONS.contains(arn.partition())) {
            report(
                    Issue.INVALID_PARTITION,
                    resource,
                    ": " + Words.quote(arn.partition()) + " is no partition",
                    "write `aws`, or the partition of your account",
                    null,
                    findings);
            return false;
        }
        if (!service(resource, arn, catalog, findings)) {
            return false;
        }
        String region = arn.region();
        if (!region.isEmpty() && ArnText.isLiteral(region) && !REGION.matcher(region).matches()) {
            report(
                    Issue.INVALID_REGION,
                    resource,
                    ": " + Words.quote(region) + " is no region",
                    "write a region such as `eu-central-1`, or `*`",
                    null,
                    findings);
            return false;
        }
        return account(resource, arn, findings);
    }

    private static boolean service(
            JsonString resource, ArnText arn, ServiceCatalog catalog, Findings findings) {
        String service = arn.service();
        if (Words.hasWildcard(service)) {
            report(
                    Issue.WILDCARD_IN_SERVICE_NAME,
                    resource,
                    " has a wildcard in its service",
                    "name each service",
                    null,
                    findings);
            return false;
        }
        if (catalog.hasService(service) || !ArnServices.types(service).isEmpty()) {
            String lower = Words.lower(service);
            if (!service.equals(lower)) {
                String edited =
                        resource.value()
                                .replaceFirst(
                                        Pattern.quote(":" + service + ":"), ":" + lower + ":");
                report(
                        Issue.INVALID_ARN_SERVICE_CASE,
                        resource,
                        ": " + Words.quote(service) + " is not in lower case",
                        "write `" + lower + '`',
                        Edits.replace(resource, edited),
                        findings);
            }
            return service.equals(lower);
        }
        report(
                Issue.INVALID_SERVICE,
                resource,
                ": " + Words.quote(service) + " is no service",
                "use a service of the service authorization reference",
                null,
                findings);
        return false;
    }

    private static boolean account(JsonString resource, ArnText arn, Findings findings) {
        String account = arn.account();
        boolean fine =
                account.isEmpty()
                        || !ArnText.isLiteral(account)
                        || ACCOUNT.matcher(account).matches()
                        || account.equals("aws")
                        || ArnServices.arns(arn.service()).stream()
                                .anyMatch(type -> type.account().equals(account));
        if (!fine) {
            report(
                    Issue.INVALID_ARN_ACCOUNT,
                    resource,
                    ": " + Words.quote(account) + " is no account id",
                    "write the account's 12 digits",
                    null,
                    findings);
        }
        return fine;
    }

    static void report(
            Issue issue,
            JsonString resource,
            String what,
            String fix,
            @Nullable Edit edit,
            Findings findings) {
        findings.report(issue, Span.of(resource), Words.quote(resource.value()) + what, fix, edit);
    }
}
