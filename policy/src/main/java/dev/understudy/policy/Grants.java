package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the statement that allows exactly what was asked, and no more: this action on this
 * resource, and where whom must be said, for this principal. Where that cannot be written, there is
 * none.
 */
final class Grants {
    private static final java.util.regex.Pattern ACTION =
            java.util.regex.Pattern.compile("[A-Za-z0-9-]{1,128}:[A-Za-z0-9-]{1,128}");

    private Grants() {}

    /** The statement for a policy of this kind and version; null if there is none that narrow. */
    static @Nullable String statement(PolicyKind kind, String version, AccessRequest request) {
        if (!ACTION.matcher(request.action()).matches()) {
            return null;
        }
        boolean named =
                kind == PolicyKind.RESOURCE
                        || kind == PolicyKind.TRUST
                        || kind == PolicyKind.VPC_ENDPOINT;
        String principal = named ? principal(request.principal()) : "";
        String resource = kind == PolicyKind.TRUST ? "" : resource(request.resource(), version);
        String condition = named ? condition(request) : "";
        if (principal == null || resource == null || condition == null) {
            return null;
        }
        // The language of resource control policies knows no other principal.
        String everyone = kind == PolicyKind.RESOURCE_CONTROL ? "\"Principal\":\"*\"," : "";
        return "{\"Effect\":\"Allow\","
                + everyone
                + principal
                + "\"Action\":"
                + JsonText.string(request.action())
                + resource
                + condition
                + "}";
    }

    /** The name by which the principal is granted something; null for nobody. */
    static @Nullable String principal(Principal principal) {
        if (principal instanceof Principal.Anonymous) {
            return null;
        }
        if (principal instanceof Principal.ServicePrincipal) {
            return member("Service", principal.arn());
        }
        if (principal instanceof Principal.FederatedIdentity) {
            return member("Federated", principal.arn());
        }
        return member("AWS", lasting(principal));
    }

    /** The ARN that also names the next session. */
    static String lasting(Principal principal) {
        return principal instanceof Principal.RoleSession
                ? ((Principal.RoleSession) principal).roleArn()
                : principal.arn();
    }

    private static String member(String type, String name) {
        return "\"Principal\":{\"" + type + "\":" + JsonText.string(name) + "},";
    }

    /** An action without a resource is granted on the star, there being nothing narrower. */
    private static @Nullable String resource(String resource, String version) {
        String pattern = resource.equals("*") ? resource : literal(resource, version);
        return pattern == null ? null : ",\"Resource\":" + JsonText.string(pattern);
    }

    /** The pattern that matches this ARN only; null if the version has no way to write it. */
    static @Nullable String literal(String arn, String version) {
        if (!Likeness.hasWildcard(arn) && arn.indexOf('$') < 0) {
            return arn;
        }
        int resource = 0;
        for (int i = 0; i < 5 && resource >= 0; i++) {
            resource = arn.indexOf(':', resource) + 1;
            resource = resource == 0 ? -1 : resource;
        }
        if (resource < 0 || !version.equals(DocumentParser.CURRENT)) {
            return null;
        }
        String head = arn.substring(0, resource);
        if (Likeness.hasWildcard(head) || head.indexOf('$') >= 0) {
            return null;
        }
        StringBuilder pattern = new StringBuilder(head);
        for (int i = resource; i < arn.length(); i++) {
            char c = arn.charAt(i);
            boolean special = c == '*' || c == '?' || c == '$';
            pattern.append(special ? "${" + c + "}" : String.valueOf(c));
        }
        return pattern.toString();
    }

    /**
     * Of those from outside, who exactly; else an issuer that many share would let in all of them.
     * Null if the request does not say.
     */
    private static @Nullable String condition(AccessRequest request) {
        boolean outside = request.principal() instanceof Principal.FederatedIdentity;
        boolean service = request.principal() instanceof Principal.ServicePrincipal;
        List<String> keys = new ArrayList<>();
        request.context()
                .forEach((key, values) -> {
                    String lower = Ascii.lower(key);
                    boolean who = lower.endsWith(":sub") || lower.endsWith(":aud");
                    boolean source =
                            lower.equals("aws:sourcearn") || lower.equals("aws:sourceaccount");
                    if ((outside && who || service && source) && values.size() == 1) {
                        keys.add(JsonText.string(key) + ":" + JsonText.string(values.get(0)));
                    }
                });
        keys.sort(null);
        if (outside && keys.stream().noneMatch(key -> key.contains(":sub\":"))) {
            return null;
        }
        if (keys.isEmpty()) {
            return "";
        }
        return ",\"Condition\":{\"StringEquals\":{" + String.join(",", keys) + "}}";
    }
}
