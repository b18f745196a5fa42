package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import dev.understudy.directory.Account;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;
import dev.understudy.policy.AccountId;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Two accounts in which there is one of everything, and callers with all powers and with none. */
final class FuzzWorld implements AutoCloseable {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:*\"}}";
    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final Client root = world.root(TRUSTING);
    private final Client nobody = world.user(TRUSTING, "nobody");
    private final Client other = world.admin(TRUSTED);
    private final Client session;

    FuzzWorld() {
        principals();
        credentials();
        providers();
        admin.json("AWSOrganizationsV20161128.CreateOrganization", "{}");
        Client guest = world.user(TRUSTED, "guest", World.ADMINISTRATOR_ACCESS);
        guest.call("CreateRole", "RoleName", "guest", "AssumeRolePolicyDocument", TRUST).ok();
        session =
                world.client(
                        admin.call(
                                        "AssumeRole",
                                        "RoleArn",
                                        "arn:aws:iam::444455556666:role/guest",
                                        "RoleSessionName",
                                        "session")
                                .ok());
    }

    private void principals() {
        ok("CreatePolicy", "PolicyName", "edge", "PolicyDocument", ALLOW);
        ok("CreatePolicy", "PolicyName", "readers", "PolicyDocument", ALLOW);
        ok("CreateUser", "UserName", "alice", "Tags.member.1.Key", "a", "Tags.member.1.Value", "b");
        ok("CreateUser", "UserName", "bob");
        ok("CreateGroup", "GroupName", "developers");
        ok("AddUserToGroup", "GroupName", "developers", "UserName", "alice");
        ok("CreateRole", "RoleName", "auditor", "AssumeRolePolicyDocument", TRUST);
        ok("CreateRole", "RoleName", "builder", "AssumeRolePolicyDocument", TRUST);
        ok("PutRolePolicy", "RoleName", "auditor", "PolicyName", "inline", "PolicyDocument", ALLOW);
        ok("PutUserPolicy", "UserName", "alice", "PolicyName", "inline", "PolicyDocument", ALLOW);
        ok("CreateServiceLinkedRole", "AWSServiceName", "autoscaling.amazonaws.com");
        ok("CreateInstanceProfile", "InstanceProfileName", "web");
        ok("AddRoleToInstanceProfile", "InstanceProfileName", "web", "RoleName", "auditor");
        String[] instance = {"InstanceId", "i-01234567", "IamInstanceProfile.Name", "web"};
        ok("AssociateIamInstanceProfile", instance);
    }

    private void credentials() {
        ok("CreateAccessKey", "UserName", "alice");
        ok("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
        ok(
                "UploadSSHPublicKey",
                "UserName",
                "alice",
                "SSHPublicKeyBody",
                SampleFiles.text("ssh-rsa.pub"));
        ok(
                "UploadSigningCertificate",
                "UserName",
                "alice",
                "CertificateBody",
                SampleFiles.text("signing.pem"));
        ok(
                "UploadServerCertificate",
                "ServerCertificateName",
                "site",
                "CertificateBody",
                SampleFiles.text("server.pem"),
                "PrivateKey",
                SampleFiles.text("key-pkcs8.pem"));
        ok(
                "CreateServiceSpecificCredential",
                "UserName",
                "alice",
                "ServiceName",
                "codecommit.amazonaws.com");
    }

    private void providers() {
        ok("CreateOpenIDConnectProvider", "Url", "https://id.example.org");
        ok(
                "CreateSAMLProvider",
                "Name",
                "idp",
                "SAMLMetadataDocument",
                SampleFiles.text("saml-metadata.xml"));
    }

    private Answer ok(String action, String... parameters) {
        return admin.call(action, parameters).ok();
    }

    /** What no request is to name: without it, who sends requests could be taken away. */
    Set<String> kept() {
        Set<String> kept = new HashSet<>(Set.of("admin", "nobody", "guest"));
        for (Client client : List.of(admin, root, nobody, other)) {
            kept.add(client.accessKeyId());
        }
        return kept;
    }

    /** The callers; the administrator most often. */
    List<Client> callers() {
        return List.of(
                admin, admin, admin, admin, admin, admin, admin, root, other, session, nobody);
    }

    WireResponse answer(WireRequest request) {
        return world.answer(request);
    }

    /** The version of each account there is. */
    Map<AccountId, Long> versions() {
        Map<AccountId, Long> versions = new TreeMap<>(Comparator.comparing(AccountId::digits));
        for (AccountId id : world.directory().accounts()) {
            Account account = Objects.requireNonNull(world.directory().account(id));
            versions.put(id, account.version());
        }
        return versions;
    }

    @Override
    public void close() {
        world.close();
    }
}
