package dev.understudy.server.check;

import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;
import dev.understudy.server.ApiClient;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a running server tells of an account's users, roles and policies, by signed calls of
 * GetAccountAuthorizationDetails: only what the caller may read.
 */
public final class AccountDetails {
    private static final String OPERATION = "GetAccountAuthorizationDetails";

    private final Map<String, Element> users = new LinkedHashMap<>();
    private final Map<String, Element> groups = new HashMap<>();
    private final Map<String, Element> roles = new LinkedHashMap<>();
    private final Map<String, PolicyDocument> policies = new HashMap<>();

    private AccountDetails() {}

    /** The server did not tell; the message is its own. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * A user or role with what decides about it.
     *
     * @param boundary null if it has none
     * @param trust of a role; null for a user
     */
    public record Holder(
            String arn,
            String id,
            List<PolicySource> identity,
            @Nullable PolicySource boundary,
            @Nullable PolicySource trust,
            Map<String, String> tags) {}

    /** Asks the server, page by page. */
    public static AccountDetails read(ApiClient client, ApiClient.Credentials signer)
            throws IOException {
        AccountDetails details = new AccountDetails();
        String marker = "";
        do {
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("MaxItems", "1000"));
            if (!marker.isEmpty()) {
                parameters.put("Marker", marker);
            }
            ApiClient.Reply reply = client.call(signer, "iam", OPERATION, parameters);
            if (!reply.ok()) {
                throw new Refused(reply.text("Code") + ": " + reply.text("Message"));
            }
            details.add(reply.body().getDocumentElement());
            marker = reply.text("IsTruncated").equals("true") ? reply.text("Marker") : "";
        } while (!marker.isEmpty());
        return details;
    }

    private void add(Element root) {
        Element result = child(root, OPERATION + "Result");
        if (result == null) {
            return;
        }
        members(result, "UserDetailList").forEach(user -> users.put(text(user, "UserName"), user));
        members(result, "GroupDetailList").forEach(g -> groups.put(text(g, "GroupName"), g));
        members(result, "RoleDetailList").forEach(role -> roles.put(text(role, "RoleName"), role));
        for (Element policy : members(result, "Policies")) {
            for (Element version : members(policy, "PolicyVersionList")) {
                if (text(version, "IsDefaultVersion").equals("true")) {
                    policies.put(text(policy, "Arn"), document(text(version, "Document")));
                }
            }
        }
    }

    /** The names of all users. */
    public List<String> users() {
        return List.copyOf(users.keySet());
    }

    /** The names of all roles. */
    public List<String> roles() {
        return List.copyOf(roles.keySet());
    }

    /** The user of this name, with what its groups add; null if there is none. */
    public @Nullable Holder user(String name) {
        Element user = users.get(name);
        if (user == null) {
            return null;
        }
        List<PolicySource> identity = new ArrayList<>(own(user, "user/" + name, "UserPolicyList"));
        for (Element member : members(user, "GroupList")) {
            String group = member.getTextContent();
            Element found = groups.get(group);
            if (found != null) {
                identity.addAll(own(found, "group/" + group, "GroupPolicyList"));
            }
        }
        return new Holder(
                text(user, "Arn"),
                text(user, "UserId"),
                identity,
                boundary(user),
                null,
                tags(user));
    }

    /** The role of this name; null if there is none. */
    public @Nullable Holder role(String name) {
        Element role = roles.get(name);
        if (role == null) {
            return null;
        }
        PolicySource trust =
                new PolicySource(
                        "role/" + name + "/trust",
                        PolicyKind.TRUST,
                        document(text(role, "AssumeRolePolicyDocument")));
        return new Holder(
                text(role, "Arn"),
                text(role, "RoleId"),
                own(role, "role/" + name, "RolePolicyList"),
                boundary(role),
                trust,
                tags(role));
    }

    private List<PolicySource> own(Element holder, String owner, String inlineList) {
        List<PolicySource> sources = new ArrayList<>();
        for (Element inline : members(holder, inlineList)) {
            sources.add(
                    new PolicySource(
                            owner + "/inline/" + text(inline, "PolicyName"),
                            PolicyKind.IDENTITY,
                            document(text(inline, "PolicyDocument"))));
        }
        for (Element attached : members(holder, "AttachedManagedPolicies")) {
            sources.add(managed(text(attached, "PolicyArn"), PolicyKind.IDENTITY));
        }
        return sources;
    }

    private @Nullable PolicySource boundary(Element holder) {
        Element boundary = child(holder, "PermissionsBoundary");
        return boundary == null
                ? null
                : managed(text(boundary, "PermissionsBoundaryArn"), PolicyKind.BOUNDARY);
    }

    /** A policy that the server does not tell of denies everything, as it does there. */
    private PolicySource managed(String arn, PolicyKind kind) {
        PolicyDocument document = policies.get(arn);
        return new PolicySource(
                arn, kind, document == null ? PolicyDocument.unreadable("") : document);
    }

    private static Map<String, String> tags(Element holder) {
        Map<String, String> tags = new LinkedHashMap<>();
        members(holder, "Tags").forEach(tag -> tags.put(text(tag, "Key"), text(tag, "Value")));
        return tags;
    }

    private static PolicyDocument document(String encoded) {
        // The form is RFC 3986's, in which a plus is a plus.
        String text = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        try {
            return PolicyDocument.parse(text);
        } catch (IllegalArgumentException malformed) {
            return PolicyDocument.unreadable(text);
        }
    }

    private static List<Element> members(Element parent, String list) {
        Element found = child(parent, list);
        List<Element> members = new ArrayList<>();
        for (Node node = found == null ? null : found.getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element element) {
                members.add(element);
            }
        }
        return members;
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
