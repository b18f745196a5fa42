package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.ActionDefinition;
import dev.understudy.catalog.ResourceUse;
import dev.understudy.catalog.ServiceCatalog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each operation's actions, resources and condition keys, held against what AWS says of them. Where
 * they differ, and have reason to, stands here; a difference that is gone must go from here too.
 */
class AccessAgainstCatalogTest {
    /** AWS decides these on the path that is listed, though its reference names no resource. */
    private static final Set<String> ON_A_PATH =
            Set.of("iam:ListGroups", "iam:ListInstanceProfiles", "iam:ListRoles", "iam:ListUsers");

    /**
     * AWS decides the tagging of a federated user on that user, of which its reference is silent.
     */
    private static final String TAGS_OF_FEDERATED_USERS = "GetFederationToken sts:TagSession";

    /** AWS documents that owners may by default, and does not list the action. */
    private static final String UNLISTED = "iam:UpdateDelegationRequest";

    /** What they are about is not there yet, or no longer, and so has no tags. */
    private static final Set<String> OF_WHAT_IS_NOT_THERE =
            Set.of(
                    "CreateAccount",
                    "CreateInstanceProfile",
                    "CreateOpenIDConnectProvider",
                    "CreatePolicy",
                    "CreateRole",
                    "CreateSAMLProvider",
                    "CreateServiceLinkedRole",
                    "CreateUser",
                    "CreateVirtualMFADevice",
                    "AssociateIamInstanceProfile",
                    "DisassociateIamInstanceProfile",
                    "ReplaceIamInstanceProfileAssociation",
                    "GetServiceLinkedRoleDeletionStatus",
                    "UploadServerCertificate");

    /**
     * Keys missing and keys too many. A role's tags cannot decide who passes it, as AWS documents.
     * Of one AssumeRole, whose trust policy is usually one statement for all its actions, each
     * action has all the request's keys. GetFederationToken has no transitive tags.
     */
    private static final Map<String, Set<String>> DIFFERENCES =
            Map.of(
                    // Nobody has said yet which instance the profile is for.
                    "AddRoleToInstanceProfile iam:PassRole",
                    Set.of(
                            "-aws:ResourceTag/${TagKey}",
                            "-iam:AssociatedResourceArn",
                            "-iam:ResourceTag/${TagKey}"),
                    "AssumeRole sts:SetSourceIdentity",
                    Set.of(
                            "+aws:RequestTag/${TagKey}",
                            "+aws:TagKeys",
                            "+sts:ExternalId",
                            "+sts:RoleSessionName",
                            "+sts:TransitiveTagKeys"),
                    // Nobody has taken it on yet.
                    "CreateDelegationRequest iam:CreateDelegationRequest",
                    Set.of("-iam:DelegationRequestOwner"),
                    "AssumeRole sts:TagSession",
                    Set.of("+sts:ExternalId", "+sts:RoleSessionName", "+sts:SourceIdentity"),
                    TAGS_OF_FEDERATED_USERS,
                    Set.of("-sts:TransitiveTagKeys"));

    /** Keys of which this server has nothing, by what would have them. */
    private static final Map<String, String> NEVER =
            Map.of(
                    "iam:FIDO-certification", "security keys that attest what they are",
                    "iam:FIDO-FIPS-140-2-certification", "security keys that attest what they are",
                    "iam:FIDO-FIPS-140-3-certification", "security keys that attest what they are",
                    "iam:RoleTemplateARN", "roles made from templates");

    /** The keys of instances that need no record of the instance, which there is not yet. */
    private static final Set<String> OF_INSTANCES =
            Set.of("ec2:InstanceID", "ec2:InstanceProfile", "ec2:NewInstanceProfile", "ec2:Region");

    private static AccessMatrix matrix = new AccessMatrix();

    @BeforeAll
    static void open() {
        matrix = new AccessMatrix();
    }

    @AfterAll
    static void close() {
        matrix.close();
    }

    private record Asked(String operation, Check check, ActionDefinition action) {
        String name() {
            return operation + " " + check.action();
        }
    }

    private static List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (AccessMatrix.Row row : matrix.rows()) {
            for (Check check : row.checks()) {
                ActionDefinition action = ServiceCatalog.aws().action(check.action());
                if (check.action().equals(UNLISTED)) {
                    assertThat(action).as("an exemption that is no longer needed").isNull();
                    continue;
                }
                assertThat(action).as(row.operation() + " asks for " + check.action()).isNotNull();
                asked.add(new Asked(row.operation(), check, Objects.requireNonNull(action)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        return asked;
    }

    @Test
    void actionsAreSpelledAsAwsSpellsThem() {
        for (Asked one : asked()) {
            assertThat(one.check().action()).isEqualTo(one.action().fullName());
        }
    }

    @Test
    void resourcesAreOfATypeThatTheActionHas() {
        Set<String> onAPath = new TreeSet<>();
        for (Asked one : asked()) {
            String resource = one.check().resource();
            if (one.action().needsNoResource() && !resource.equals("*")) {
                onAPath.add(one.check().action());
            } else if (!one.action().needsNoResource()) {
                assertThat(uses(one).isEmpty())
                        .as(one.name() + " on " + resource)
                        .isEqualTo(one.name().equals(TAGS_OF_FEDERATED_USERS));
            }
        }
        assertThat(onAPath).isEqualTo(new TreeSet<>(ON_A_PATH));
    }

    private static List<ResourceUse> uses(Asked one) {
        return one.action().resources().stream()
                .filter(use -> use.type().matches(one.check().resource()))
                .toList();
    }

    @Test
    void keysAreThoseThatAwsLists() {
        Map<String, Set<String>> differences = new TreeMap<>();
        for (Asked one : asked()) {
            Set<String> listed = listed(one);
            Set<String> given = new TreeSet<>(AccessMatrix.keys(one.check()));
            Set<String> difference = new TreeSet<>();
            listed.stream()
                    .filter(key -> !given.contains(key))
                    .forEach(k -> difference.add("-" + k));
            given.stream()
                    .filter(key -> !listed.contains(key))
                    .forEach(k -> difference.add("+" + k));
            if (!difference.isEmpty()) {
                differences.put(one.name(), difference);
            }
        }
        assertThat(differences).isEqualTo(DIFFERENCES);
    }

    private static Set<String> listed(Asked one) {
        Set<String> keys = new TreeSet<>(one.action().conditionKeys());
        for (ResourceUse use : uses(one)) {
            keys.addAll(use.conditionKeys());
            // Of EC2's types, each action lists which keys are its own.
            if (!one.check().action().startsWith("ec2:")) {
                keys.addAll(use.type().conditionKeys());
            }
        }
        keys.removeIf(key -> NEVER.containsKey(key) || !isOfOperations(key));
        if (OF_WHAT_IS_NOT_THERE.contains(one.operation())) {
            keys.removeIf(key -> key.contains(":ResourceTag/"));
        }
        return keys;
    }

    /**
     * Keys of every request, and those that an identity provider's word fills, are made elsewhere.
     */
    private static boolean isOfOperations(String key) {
        return key.startsWith("iam:")
                || key.startsWith("sts:")
                || key.startsWith("organizations:")
                || OF_INSTANCES.contains(key)
                || key.startsWith("aws:RequestTag/")
                || key.startsWith("aws:ResourceTag/")
                || key.equals("aws:TagKeys");
    }
}
