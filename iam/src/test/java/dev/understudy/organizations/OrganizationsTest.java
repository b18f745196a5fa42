package dev.understudy.organizations;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.World;
import dev.understudy.operation.WireResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The tree of an organization over the wire. */
class OrganizationsTest {
    private final World world = new World();
    private final Organized manager = new Organized(world.admin(TRUSTING));
    private final Organized other = new Organized(world.admin(TRUSTED));

    @AfterEach
    void close() {
        world.close();
    }

    private String root() {
        return manager.ok("ListRoots", "{}").path("Roots").path(0).path("Id").asString();
    }

    private String unit(String parent, String name) {
        return manager.ok(
                        "CreateOrganizationalUnit",
                        "{'ParentId':'" + parent + "','Name':'" + name + "'}")
                .path("OrganizationalUnit")
                .path("Id")
                .asString();
    }

    private String account(String name) {
        String request =
                manager.ok(
                                "CreateAccount",
                                "{'AccountName':'" + name + "','Email':'" + name + "@example.com'}")
                        .path("CreateAccountStatus")
                        .path("Id")
                        .asString();
        return manager.ok(
                        "DescribeCreateAccountStatus",
                        "{'CreateAccountRequestId':'" + request + "'}")
                .path("CreateAccountStatus")
                .path("AccountId")
                .asString();
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.path(member).asString()));
        return texts;
    }

    @Test
    void anAccountWithoutOneIsToldSo() {
        String none =
                "AWSOrganizationsNotInUseException: Your account is not a member of an organization.";
        manager.refused(none, "DescribeOrganization", "{}");
        manager.refused(none, "ListAccounts", "{}");
        manager.refused(none, "CreatePolicy", policy("x"));
    }

    private static String policy(String name) {
        return "{'Name':'"
                + name
                + "','Description':'','Type':'SERVICE_CONTROL_POLICY','Content':'{\\'Version\\':"
                        .replace("\\'", "\\\"")
                + "\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Deny\\\",\\\"Action\\\":"
                + "\\\"iam:CreateUser\\\",\\\"Resource\\\":\\\"*\\\"}]}'}";
    }

    @Test
    void whatIsMadeIsTold() {
        JsonNode made = manager.ok("CreateOrganization", "{}").path("Organization");
        assertThat(made.path("Id").asString()).matches("o-[a-z0-9]{10}");
        assertThat(made.path("FeatureSet").asString()).isEqualTo("ALL");
        assertThat(made.path("MasterAccountId").asString()).isEqualTo("111122223333");
        assertThat(made.path("Arn").asString())
                .isEqualTo(
                        "arn:aws:organizations::111122223333:organization/"
                                + made.path("Id").asString());
        assertThat(manager.ok("DescribeOrganization", "{}").path("Organization")).isEqualTo(made);
        manager.refused("AlreadyInOrganizationException", "CreateOrganization", "{}");
        JsonNode root = manager.ok("ListRoots", "{}").path("Roots").path(0);
        assertThat(root.path("Id").asString()).matches("r-[a-z0-9]{4}");
        assertThat(root.path("PolicyTypes").path(0).path("Type").asString())
                .isEqualTo("SERVICE_CONTROL_POLICY");
        JsonNode accounts = manager.ok("ListAccounts", "{}").path("Accounts");
        assertThat(texts(accounts, "Id")).containsExactly("111122223333");
        assertThat(accounts.path(0).path("JoinedTimestamp").isNumber()).isTrue();
        manager.ok("DeleteOrganization", "{}");
        manager.refused("AWSOrganizationsNotInUseException", "DescribeOrganization", "{}");
    }

    @Test
    void unitsNestFiveDeepUnderNamesOfTheirOwn() {
        manager.ok("CreateOrganization", "{}");
        String parent = root();
        List<String> units = new ArrayList<>();
        for (int depth = 1; depth <= 5; depth++) {
            parent = unit(parent, "level");
            units.add(parent);
        }
        manager.refused(
                "ConstraintViolationException",
                "CreateOrganizationalUnit",
                "{'ParentId':'" + parent + "','Name':'n'}");
        manager.refused(
                "DuplicateOrganizationalUnitException",
                "CreateOrganizationalUnit",
                "{'ParentId':'" + root() + "','Name':'level'}");
        manager.refused(
                "ParentNotFoundException",
                "CreateOrganizationalUnit",
                "{'ParentId':'ou-abcd-abcdefgh','Name':'n'}");
        manager.refused(
                "OrganizationalUnitNotEmptyException",
                "DeleteOrganizationalUnit",
                "{'OrganizationalUnitId':'" + units.get(3) + "'}");
        manager.ok("DeleteOrganizationalUnit", "{'OrganizationalUnitId':'" + units.get(4) + "'}");
        manager.refused(
                "OrganizationalUnitNotFoundException",
                "DescribeOrganizationalUnit",
                "{'OrganizationalUnitId':'" + units.get(4) + "'}");
        JsonNode renamed =
                manager.ok(
                        "UpdateOrganizationalUnit",
                        "{'OrganizationalUnitId':'" + units.getFirst() + "','Name':'first'}");
        assertThat(renamed.path("OrganizationalUnit").path("Name").asString()).isEqualTo("first");
        JsonNode parents =
                manager.ok("ListParents", "{'ChildId':'" + units.get(1) + "'}").path("Parents");
        assertThat(texts(parents, "Id")).containsExactly(units.getFirst());
        assertThat(texts(parents, "Type")).containsExactly("ORGANIZATIONAL_UNIT");
        JsonNode children =
                manager.ok(
                                "ListChildren",
                                "{'ParentId':'"
                                        + units.getFirst()
                                        + "','ChildType':'ORGANIZATIONAL_UNIT'}")
                        .path("Children");
        assertThat(texts(children, "Id")).containsExactly(units.get(1));
    }

    @Test
    void accountsAreMadeMovedAndLetGo() {
        manager.ok("CreateOrganization", "{}");
        String unit = unit(root(), "unit");
        String account = account("one");
        manager.ok(
                "MoveAccount",
                "{'AccountId':'"
                        + account
                        + "','SourceParentId':'"
                        + root()
                        + "','DestinationParentId':'"
                        + unit
                        + "'}");
        manager.refused(
                "SourceParentNotFoundException",
                "MoveAccount",
                "{'AccountId':'"
                        + account
                        + "','SourceParentId':'"
                        + root()
                        + "','DestinationParentId':'"
                        + unit
                        + "'}");
        JsonNode below =
                manager.ok("ListAccountsForParent", "{'ParentId':'" + unit + "'}").path("Accounts");
        assertThat(texts(below, "Id")).containsExactly(account);
        assertThat(texts(below, "Email")).containsExactly("one@example.com");
        String again =
                manager.ok("CreateAccount", "{'AccountName':'two','Email':'ONE@example.com'}")
                        .path("CreateAccountStatus")
                        .path("Id")
                        .asString();
        JsonNode failed =
                manager.ok("ListCreateAccountStatus", "{'States':['FAILED']}")
                        .path("CreateAccountStatuses");
        assertThat(texts(failed, "Id")).containsExactly(again);
        assertThat(texts(failed, "FailureReason")).containsExactly("EMAIL_ALREADY_EXISTS");
        manager.refused("OrganizationNotEmptyException", "DeleteOrganization", "{}");
        manager.ok("RemoveAccountFromOrganization", "{'AccountId':'" + account + "'}");
        manager.refused(
                "AccountNotFoundException", "DescribeAccount", "{'AccountId':'" + account + "'}");
        manager.refused(
                "MasterCannotLeaveOrganizationException",
                "RemoveAccountFromOrganization",
                "{'AccountId':'111122223333'}");
    }

    @Test
    void onlyTheManagingAccountAndItsDelegatesMayLook() {
        manager.ok("CreateOrganization", "{}");
        other.refused("AWSOrganizationsNotInUseException", "ListAccounts", "{}");
        String id = account("member");
        Organized member = new Organized(world.admin(dev.understudy.policy.AccountId.of(id)));
        String text = "AccessDeniedException: You don't have permissions to access this resource.";
        member.ok("DescribeOrganization", "{}");
        member.refused(text, "ListAccounts", "{}");
        String register = "{'AccountId':'" + id + "','ServicePrincipal':'iam.amazonaws.com'}";
        manager.refused("ConstraintViolationException", "RegisterDelegatedAdministrator", register);
        manager.ok("EnableAWSServiceAccess", "{'ServicePrincipal':'iam.amazonaws.com'}");
        manager.ok("RegisterDelegatedAdministrator", register);
        assertThat(texts(member.ok("ListAccounts", "{}").path("Accounts"), "Id"))
                .contains(id, "111122223333");
        member.refused(text, "CreateAccount", "{'AccountName':'x','Email':'x@example.com'}");
        JsonNode services =
                member.ok("ListDelegatedServicesForAccount", "{'AccountId':'" + id + "'}")
                        .path("DelegatedServices");
        assertThat(texts(services, "ServicePrincipal")).containsExactly("iam.amazonaws.com");
        manager.ok("DeregisterDelegatedAdministrator", register);
        member.refused(text, "ListAccounts", "{}");
    }

    @Test
    void listsComeInPagesThatSurviveInserts() {
        manager.ok("CreateOrganization", "{}");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(unit(root(), "unit" + i));
        }
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            JsonNode page =
                    manager.ok(
                            "ListOrganizationalUnitsForParent",
                            "{'ParentId':'" + root() + "','MaxResults':2" + token + "}");
            seen.addAll(texts(page.path("OrganizationalUnits"), "Id"));
            token =
                    page.has("NextToken")
                            ? ",'NextToken':'" + page.path("NextToken").asString() + "'"
                            : "";
        } while (!token.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        manager.refused("InvalidInputException", "ListAccounts", "{'NextToken':'???'}");
        manager.refused("InvalidInputException", "ListAccounts", "{'MaxResults':21}");
    }

    @Test
    void tagsAreKeptOnEveryPart() {
        manager.ok("CreateOrganization", "{}");
        for (String id : List.of(root(), unit(root(), "u"), "111122223333")) {
            String resource = "'ResourceId':'" + id + "'";
            manager.ok("TagResource", "{" + resource + ",'Tags':[{'Key':'team','Value':'blue'}]}");
            assertThat(
                            texts(
                                    manager.ok("ListTagsForResource", "{" + resource + "}")
                                            .path("Tags"),
                                    "Value"))
                    .containsExactly("blue");
            manager.ok("UntagResource", "{" + resource + ",'TagKeys':['team','none']}");
            assertThat(manager.ok("ListTagsForResource", "{" + resource + "}").path("Tags"))
                    .isEmpty();
        }
        manager.refused(
                "TargetNotFoundException",
                "TagResource",
                "{'ResourceId':'p-FullAWSAccess','Tags':[{'Key':'a','Value':'b'}]}");
    }

    @Test
    void badRequestsGetTheErrorsOfTheirProtocol() {
        manager.refused("SerializationException", "CreateOrganization", "[]");
        manager.refused("SerializationException", "CreateOrganization", "{'a':1,'a':2}");
        manager.refused("SerializationException", "CreateOrganization", "{'FeatureSet':1}");
        manager.refused("SerializationException", "CreateOrganization", "{");
        manager.refused(
                "SerializationException",
                "CreateOrganization",
                "{'x':" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        manager.refused("InvalidInputException", "CreateOrganization", "{'FeatureSet':'SOME'}");
        manager.refused("InvalidInputException", "DescribeAccount", "{}");
        manager.refused("UnknownOperationException", "Nothing", "{}");
        WireResponse absent = manager.send("InviteAccountToOrganization", "{}");
        assertThat(absent.status()).isEqualTo(501);
        Organized nobody = new Organized(world.user(TRUSTING, "nobody"));
        nobody.refused(
                "AccessDeniedException: User: arn:aws:iam::111122223333:user/nobody is not authorized"
                        + " to perform: organizations:CreateOrganization because no identity-based"
                        + " policy allows the organizations:CreateOrganization action",
                "CreateOrganization",
                "{}");
        Organized stranger =
                new Organized(world.client(world.admin(TRUSTING).accessKeyId(), "wrong", null));
        stranger.refused("InvalidSignatureException", "CreateOrganization", "{}");
        assertThat(world.account(TRUSTING).version()).isLessThan(20);
        manager.refused("AWSOrganizationsNotInUseException", "DescribeOrganization", "{}");
    }
}
