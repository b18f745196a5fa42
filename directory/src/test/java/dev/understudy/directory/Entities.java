package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of every entity, with everything set and with nothing that can be left out. */
public final class Entities {
    public static final Instant AT = Instant.parse("2026-01-15T12:00:00Z");
    private static final PolicyDocument DOCUMENT =
            PolicyDocument.parse(
                    "{ \"Statement\" :"
                            + " {\"Effect\":\"Allow\",\"Action\":\"a:ü\",\"Resource\":\"*\"}}");

    private Entities() {}

    public static Role role(String name) {
        return new Role(
                "AROA" + name,
                name,
                "/",
                AT,
                DOCUMENT,
                null,
                3600,
                Map.of(),
                Permissions.NONE,
                null);
    }

    public static User user(String id, String name) {
        return new User(id, name, "/", AT, Map.of(), Permissions.NONE, Set.of());
    }

    private static DelegationRequest delegationRequest(
            String id, @Nullable String text, DelegationRequest.Progress progress) {
        return new DelegationRequest(
                id,
                text,
                text,
                "d",
                text,
                "arn:t",
                text == null
                        ? List.of()
                        : List.of(new DelegationRequest.Parameter("name", List.of("v"), "string")),
                DOCUMENT,
                "w-" + id,
                text,
                "arn:n",
                300,
                text != null,
                AT,
                progress);
    }

    public static List<Entity> all() {
        Map<String, String> tags = Map.of("team", "blue");
        Map<String, PolicyDocument> inline = Map.of("p", DOCUMENT);
        List<String> attached = List.of("arn:aws:iam::aws:policy/AdministratorAccess");
        PolicyVersion version = new PolicyVersion("v1", DOCUMENT, AT);
        Sealed sealed = new Sealed("k", new byte[] {1, 2, 3});
        return List.of(
                user("AIDA1", "small"),
                new User(
                        "AIDA2",
                        "Whole",
                        "/a/b/",
                        AT,
                        tags,
                        new Permissions(inline, attached, "arn:b"),
                        Set.of("AGPA2")),
                new Group("AGPA1", "small", "/", AT, Permissions.NONE),
                new Group("AGPA2", "whole", "/a/", AT, new Permissions(inline, attached, null)),
                role("small"),
                new Role(
                        "AROA2",
                        "whole",
                        "/a/",
                        AT,
                        DOCUMENT,
                        "d",
                        7200,
                        tags,
                        new Permissions(inline, attached, "arn:b"),
                        "x.amazonaws.com"),
                new ManagedPolicy(
                        "ANPA1", "small", "/", null, AT, AT, Map.of(), "v1", List.of(version), 1),
                new ManagedPolicy(
                        "ANPA2", "whole", "/a/", "d", AT, AT, tags, "v1", List.of(version), 7),
                new InstanceProfile("AIPA1", "small", "/", AT, Map.of(), null),
                new InstanceProfile("AIPA2", "whole", "/a/", AT, tags, "AROA2"),
                new AccessKey("AKIA1", "AIDA1", AccessKeyStatus.INACTIVE, AT, sealed),
                new OidcProvider("host/path", List.of("c"), List.of("t"), AT, tags),
                new SamlProvider("small", "U1", "<m/>", AT, AT, null, List.of(), Map.of()),
                new SamlProvider(
                        "whole",
                        "U2",
                        "<m/>",
                        AT,
                        AT,
                        "Required",
                        List.of(new SamlPrivateKey("K1", AT, sealed)),
                        tags),
                new Organization(
                        "o-1", "ALL", Set.of("T"), Map.of("s", AT), Set.of("RootSessions")),
                new OrganizationRoot("r-1", List.of("p-1"), tags),
                new OrganizationalUnit("ou-1", "u", "r-1", List.of("p-1"), tags),
                new MemberAccount(
                        "111122223333",
                        "m",
                        "m@example.com",
                        "CREATED",
                        AT,
                        "r-1",
                        List.of("p-1"),
                        Map.of("s", AT),
                        tags),
                new OrganizationPolicy("p-1", "T", "n", "d", DOCUMENT, tags),
                new OrganizationMembership("111122223333"),
                new AccountCreation("car-1", "n", AT, "111122223333", null),
                new AccountCreation("car-2", "n", AT, null, "EMAIL_ALREADY_EXISTS"),
                new AccountFeatures(2, "https://issuer", true, Map.of("a", "b")),
                new PrincipalAccess(
                        "AIDA1", Map.of("iam:GetUser", new PrincipalAccess.Attempt(AT, "r"))),
                new AccessJob("j-1", "arn:r", "ACTION_LEVEL", null, "AIDA1", AT),
                new AccessJob("j-2", "o-1/r-1", null, "p-1", "AIDA1", AT),
                new AccountSettings("alias"),
                DeletionTask.begun("task/x", "r", "arn:r", AT),
                DeletionTask.begun("task/y", "r", "arn:r", AT)
                        .failed("used", List.of(new RoleUsage("us-east-1", List.of("arn:x")))),
                new RegisteredService("backup.example.internal", AT, null, null),
                new RegisteredService("b.example", AT, "arn:x", "111122223333"),
                new RoleUsageReport("AROA1", true, List.of()),
                new RoleUsageReport(
                        "AROA2", false, List.of(new RoleUsage("us-east-1", List.of("arn:x")))),
                new LoginProfile("AIDA1", AT, AT, false, sealed, List.of()),
                new LoginProfile("AIDA2", AT, AT, true, sealed, List.of(sealed, sealed)),
                new PasswordPolicy(8, true, false, true, false, true, 90, 3, true),
                new MfaDevice("GAHT12345678", AT, null, 0, null, Map.of()),
                new MfaDevice(
                        "arn:mfa/x",
                        AT,
                        sealed,
                        5_000_000_000L,
                        new MfaDevice.Assignment("AIDA1", AT, -1),
                        tags),
                new SshPublicKey(
                        "APKA1", "AIDA1", "ssh-rsa x", "aa:bb", AccessKeyStatus.ACTIVE, AT),
                new SigningCertificate("CERT1", "AIDA1", "pem", AccessKeyStatus.INACTIVE, AT),
                new ServerCertificate("ASCA1", "small", "/", "pem", null, sealed, AT, AT, Map.of()),
                new ServerCertificate("ASCA2", "whole", "/a/", "pem", "pem", sealed, AT, AT, tags),
                new ServiceCredential(
                        "ACCA1", "AIDA1", "s", "u", sealed, AccessKeyStatus.ACTIVE, AT, null),
                new ServiceCredential(
                        "ACCA2", "AIDA1", "s", "u", sealed, AccessKeyStatus.ACTIVE, AT, AT),
                new AccessKeyUse("AKIA1", AT, "iam", "us-east-1"),
                new CredentialReport(AT, "user,arn\n"),
                delegationRequest(
                        "D1",
                        null,
                        new DelegationRequest.Progress(
                                "UNASSIGNED", AT, AT, null, null, null, null, null, null)),
                delegationRequest(
                        "D2",
                        "444455556666",
                        new DelegationRequest.Progress(
                                "FINALIZED",
                                AT,
                                AT,
                                "arn:o",
                                "arn:a",
                                "n",
                                "r",
                                new DelegationRequest.Approver("AROA2", tags, "alice"),
                                AT)),
                new TokenSigningKey("u", "RSA_0", "RS256", "{}", null, AT, AT),
                new TokenSigningKey("u", "RSA_1", "RS256", "{}", sealed, AT, null),
                new ReceivedDelegation("D2", "111122223333"),
                new IamInstanceProfileAssociation(
                        "iip-assoc-1", "us-east-1", "i-1", "AIPA1", "arn:p", AT));
    }
}
