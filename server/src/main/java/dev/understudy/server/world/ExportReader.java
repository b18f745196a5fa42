package dev.understudy.server.world;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what {@code aws iam get-account-authorization-details} prints. Unique ids are kept.
 * Attachments of AWS's policies that this program does not hold are skipped, and said so: attached,
 * they would deny everything.
 */
public final class ExportReader {
    private static final List<String> LISTS =
            List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies");
    private static final List<String> PAGING = List.of("IsTruncated", "Marker", "NextToken");
    private static final String AWS_POLICY = "arn:aws:iam::aws:policy/";

    private static final Pattern VERSION_ID = Pattern.compile("v[1-9][0-9]{0,8}");

    private final AccountId id;
    private final List<String> skipped = new ArrayList<>();
    private final Set<String> policyArns = new HashSet<>();

    private ExportReader(AccountId id) {
        this.id = id;
    }

    /** What a file holds, and what of it was left out. */
    public record Export(Declared.Account account, List<String> skipped) {}

    /**
     * Reads the file into a declaration of this account.
     *
     * @throws ConfigProblem if it is no export
     */
    public static Export read(AccountId id, Path file) {
        ExportReader reader = new ExportReader(id);
        try {
            JsonNode root = new JsonMapper().readTree(Files.readString(file));
            if (!root.isObject() || LISTS.stream().noneMatch(root::has)) {
                throw new ConfigProblem(
                        file + " is not what `aws iam get-account-authorization-details` prints");
            }
            reader.requireOwn(root);
            return new Export(reader.account(root), List.copyOf(reader.skipped));
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read " + file);
        } catch (JacksonException notJson) {
            throw new ConfigProblem(file + " is not JSON: " + notJson.getOriginalMessage());
        }
    }

    /** Under another account's id, the ARNs in the documents would name nobody. */
    private void requireOwn(JsonNode root) {
        for (String list : LISTS) {
            if (root.has(list) && !root.path(list).isArray()) {
                throw new ConfigProblem("`" + list + "` in the export is no list");
            }
            for (JsonNode entity : root.path(list)) {
                Arn arn = Arn.parseOrNull(text(entity, "Arn"));
                if (arn == null) {
                    throw new ConfigProblem(text(entity, "Arn") + " in the export is no ARN");
                }
                boolean policyOfAws = arn.account().equals("aws");
                if (!policyOfAws && !arn.account().equals(id.digits())) {
                    throw new ConfigProblem(
                            "the export is of account "
                                    + arn.account()
                                    + ": say --account "
                                    + arn.account());
                }
            }
        }
        // The first is the API's, the second the AWS CLI's, which has it where --max-items cut.
        if (root.path("IsTruncated").asBoolean(false) || root.path("NextToken").isString()) {
            throw new ConfigProblem("the export is one page of several: export without paging");
        }
        for (String name : root.propertyNames()) {
            if (!LISTS.contains(name) && !PAGING.contains(name)) {
                skipped.add("`" + name + "`, which is no part of an account");
            }
        }
    }

    private Declared.Account account(JsonNode root) {
        root.path("Policies").forEach(policy -> policyArns.add(text(policy, "Arn")));
        List<Declared.Policy> policies = new ArrayList<>();
        for (JsonNode policy : root.path("Policies")) {
            if (!text(policy, "Arn").startsWith(AWS_POLICY)) {
                policies.add(policy(policy));
            }
        }
        List<Declared.Group> groups = new ArrayList<>();
        root.path("GroupDetailList").forEach(group -> groups.add(group(group)));
        List<Declared.User> users = new ArrayList<>();
        root.path("UserDetailList").forEach(user -> users.add(user(user)));
        List<Declared.Role> roles = new ArrayList<>();
        Map<String, Declared.Profile> profiles = new LinkedHashMap<>();
        for (JsonNode role : root.path("RoleDetailList")) {
            roles.add(role(role));
            role.path("InstanceProfileList")
                    .forEach(profile ->
                            profiles.put(
                                    text(profile, "InstanceProfileName"), profile(profile, role)));
        }
        return new Declared.Account(
                "export",
                id,
                null,
                policies,
                groups,
                users,
                roles,
                List.copyOf(profiles.values()),
                List.of());
    }

    private static Declared.Policy policy(JsonNode policy) {
        List<Declared.PolicyVersion> versions = new ArrayList<>();
        for (JsonNode version : policy.path("PolicyVersionList")) {
            versions.add(
                    new Declared.PolicyVersion(
                            versionId(version),
                            document(version.path("Document")),
                            version.path("IsDefaultVersion").asBoolean()));
        }
        String name = text(policy, "PolicyName");
        return new Declared.Policy(
                "policy " + name,
                name,
                text(policy, "Path"),
                optional(policy, "Description"),
                text(policy, "PolicyId"),
                versions.reversed(),
                tags(policy));
    }

    private static String versionId(JsonNode version) {
        String id = text(version, "VersionId");
        if (!VERSION_ID.matcher(id).matches()) {
            throw new ConfigProblem("`" + id + "` in the export is no version of a policy");
        }
        return id;
    }

    private Declared.Group group(JsonNode group) {
        String name = text(group, "GroupName");
        return new Declared.Group(
                "group " + name,
                name,
                text(group, "Path"),
                text(group, "GroupId"),
                attached("group " + name, group),
                inline(group.path("GroupPolicyList")));
    }

    private Declared.User user(JsonNode user) {
        String name = text(user, "UserName");
        List<String> groups = new ArrayList<>();
        user.path("GroupList").forEach(group -> groups.add(group.asString()));
        return new Declared.User(
                "user " + name,
                name,
                text(user, "Path"),
                text(user, "UserId"),
                attached("user " + name, user),
                inline(user.path("UserPolicyList")),
                groups,
                boundary("user " + name, user),
                tags(user),
                List.of());
    }

    private Declared.Role role(JsonNode role) {
        String name = text(role, "RoleName");
        return new Declared.Role(
                "role " + name,
                name,
                text(role, "Path"),
                text(role, "RoleId"),
                document(role.path("AssumeRolePolicyDocument")),
                optional(role, "Description"),
                role.path("MaxSessionDuration").asInt(3_600),
                attached("role " + name, role),
                inline(role.path("RolePolicyList")),
                boundary("role " + name, role),
                tags(role));
    }

    private static Declared.Profile profile(JsonNode profile, JsonNode role) {
        String name = text(profile, "InstanceProfileName");
        return new Declared.Profile(
                "instance profile " + name,
                name,
                text(profile, "Path"),
                text(profile, "InstanceProfileId"),
                text(role, "RoleName"));
    }

    private List<String> attached(String owner, JsonNode holder) {
        List<String> arns = new ArrayList<>();
        for (JsonNode policy : holder.path("AttachedManagedPolicies")) {
            String arn = text(policy, "PolicyArn");
            boolean aws = arn.startsWith(AWS_POLICY);
            if (aws && AwsManagedPolicies.find(arn) == null) {
                skipped.add(
                        owner
                                + ": attachment of "
                                + arn
                                + ", which this program does not hold yet");
            } else if (!aws && !policyArns.contains(arn)) {
                skipped.add(owner + ": attachment of " + arn + ", which the export does not hold");
            } else {
                arns.add(arn);
            }
        }
        return arns;
    }

    /** A boundary that is not here is kept: to leave it out would allow what it forbids. */
    private @Nullable String boundary(String owner, JsonNode holder) {
        String arn = optional(holder.path("PermissionsBoundary"), "PermissionsBoundaryArn");
        if (arn != null && AwsManagedPolicies.find(arn) == null && !policyArns.contains(arn)) {
            skipped.add(
                    owner
                            + ": permissions boundary "
                            + arn
                            + " is not here; it is kept, and so everything is refused");
        }
        return arn;
    }

    private static Map<String, String> inline(JsonNode policies) {
        Map<String, String> inline = new LinkedHashMap<>();
        policies.forEach(policy ->
                inline.put(text(policy, "PolicyName"), document(policy.path("PolicyDocument"))));
        return inline;
    }

    private static Map<String, String> tags(JsonNode entity) {
        Map<String, String> tags = new LinkedHashMap<>();
        entity.path("Tags").forEach(tag -> tags.put(text(tag, "Key"), text(tag, "Value")));
        return tags;
    }

    /** A document as an object, or percent-encoded as the API sends it. */
    private static String document(JsonNode node) {
        if (!node.isString()) {
            return node.toString();
        }
        String text = node.asString();
        return text.startsWith("%")
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : text;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new ConfigProblem("the export lacks `" + name + "` somewhere");
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
