package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.World;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SimulateCustomPolicyTest {
    private static final String PUT_OBJECT =
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"\", \"Effect\": \"Allow\","
                    + " \"Action\": \"s3:PutObject\", \"Resource\": \"*\"}}";
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    private static final String USER = "arn:aws:iam::111122223333:user/alice";

    private final World world = new World();

    private Answer simulate(String... parameters) {
        return world.admin(World.TRUSTING).call("SimulateCustomPolicy", parameters);
    }

    private Results.Member result(String policy, String action, String resource, String... more) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "PolicyInputList.member.1", policy,
                                "ActionNames.member.1", action,
                                "ResourceArns.member.1", resource));
        parameters.addAll(List.of(more));
        return Results.of(simulate(parameters.toArray(String[]::new))).only();
    }

    /** The statement as AWS recorded it: behind the braces, counted from 1. */
    @Test
    void aLoneStatementIsPlacedAsAwsRecordedIt() {
        Results.Member result = result(PUT_OBJECT, "s3:PutObject", "arn:aws:s3:::bucket");
        assertThat(result.text("EvalActionName")).isEqualTo("s3:PutObject");
        assertThat(result.text("EvalResourceName")).isEqualTo("arn:aws:s3:::bucket");
        assertThat(result.text("EvalDecision")).isEqualTo("allowed");
        assertThat(result.statements()).containsExactly("PolicyInputList.1 IAM Policy 1:41-1:113");
        assertThat(result.details()).isEmpty();
        Results.Member specific = result.list("ResourceSpecificResults").getFirst();
        assertThat(specific.text("EvalResourceName")).isEqualTo("arn:aws:s3:::bucket");
        assertThat(specific.text("EvalResourceDecision")).isEqualTo("allowed");
        assertThat(specific.statements()).isEqualTo(result.statements());
        assertThat(result.texts("MissingContextValues")).isEmpty();
        assertThat(result.has("OrganizationsDecisionDetail")).isFalse();
        assertThat(result.has("PermissionsBoundaryDecisionDetail")).isFalse();
    }

    /** In a list the first begins behind the bracket, each other where the one before ended. */
    @Test
    void statementsOfAListAreWhereAwsSaysTheyAre() {
        String policy =
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": "s3:*",
                      "Resource": "*"
                    },
                    {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}
                  ]
                }
                """;
        assertThat(result(policy, "s3:GetObject", "arn:aws:s3:::b/k").statements())
                .containsExactly(
                        "PolicyInputList.1 IAM Policy 3:17-8:6",
                        "PolicyInputList.1 IAM Policy 8:6-9:62");
        assertThat(result(policy, "s3:PutObject", "arn:aws:s3:::b/k").statements())
                .containsExactly("PolicyInputList.1 IAM Policy 3:17-8:6");
    }

    @Test
    void thePlaceIsRightWhereTheSamePolicyIsGivenTwice() {
        Results.Member result =
                result(PUT_OBJECT, "s3:PutObject", "*", "PolicyInputList.member.2", PUT_OBJECT);
        assertThat(result.statements())
                .containsExactly(
                        "PolicyInputList.1 IAM Policy 1:41-1:113",
                        "PolicyInputList.2 IAM Policy 1:41-1:113");
    }

    @Test
    void withoutResourcesEverythingIsAskedAbout() {
        Results results =
                Results.of(
                        simulate(
                                "PolicyInputList.member.1", PUT_OBJECT,
                                "ActionNames.member.1", "s3:PutObject",
                                "ActionNames.member.2", "ec2:RunInstances"));
        assertThat(results.texts("EvalResourceName")).containsExactly("*", "*");
        assertThat(results.texts("EvalDecision")).containsExactly("allowed", "implicitDeny");
        Results.Member denied = results.members().getLast();
        assertThat(denied.statements()).isEmpty();
        assertThat(denied.has("MatchedStatements")).isTrue();
        assertThat(denied.has("EvalDecisionDetails")).isFalse();
        assertThat(denied.has("ResourceSpecificResults")).isFalse();
    }

    @Test
    void eachActionIsHeldAgainstEachResource() {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                        + "\"Resource\":\"arn:aws:s3:::a/*\"},{\"Effect\":\"Deny\",\"Action\":"
                        + "\"s3:PutObject\",\"Resource\":\"*\"}]}";
        Results results =
                Results.of(
                        simulate(
                                "PolicyInputList.member.1", policy,
                                "ActionNames.member.1", "s3:GetObject",
                                "ActionNames.member.2", "s3:PutObject",
                                "ResourceArns.member.1", "arn:aws:s3:::a/k",
                                "ResourceArns.member.2", "arn:aws:s3:::b/k"));
        assertThat(results.texts("EvalDecision"))
                .containsExactly("allowed", "implicitDeny", "explicitDeny", "explicitDeny");
        assertThat(results.texts("EvalResourceName"))
                .containsExactly(
                        "arn:aws:s3:::a/k",
                        "arn:aws:s3:::b/k",
                        "arn:aws:s3:::a/k",
                        "arn:aws:s3:::b/k");
        assertThat(results.members().get(2).statements())
                .containsExactly("PolicyInputList.1 IAM Policy 1:102-1:159");
    }

    @Test
    void aBoundaryLimitsAndIsTold() {
        String boundary = PUT_OBJECT.replace("s3:PutObject", "s3:Get*");
        Results.Member result =
                result(
                        PUT_OBJECT,
                        "s3:PutObject",
                        "arn:aws:s3:::b/k",
                        "PermissionsBoundaryPolicyInputList.member.1",
                        boundary);
        assertThat(result.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(result.text("PermissionsBoundaryDecisionDetail")).isEqualTo("false");
        assertThat(
                        result.list("ResourceSpecificResults")
                                .getFirst()
                                .text("PermissionsBoundaryDecisionDetail"))
                .isEqualTo("false");
        Results.Member denied =
                result(
                        PUT_OBJECT,
                        "s3:PutObject",
                        "*",
                        "PermissionsBoundaryPolicyInputList.member.1",
                        PUT_OBJECT.replace("Allow", "Deny"));
        assertThat(denied.statements())
                .containsExactly(
                        "PermissionsBoundaryPolicyInputList.1 Permissions Boundary Policy"
                                + " 1:41-1:112");
        assertThat(denied.text("PermissionsBoundaryDecisionDetail")).isEqualTo("false");
    }

    @Test
    void anOrganizationMustAllowAtEachLevelAndShowsNoStatement() {
        String all = PUT_OBJECT.replace("s3:PutObject", "*");
        String none = PUT_OBJECT.replace("Allow", "Deny").replace("s3:PutObject", "s3:*");
        String other = PUT_OBJECT.replace("s3:PutObject", "ec2:*");
        String level = "OrderedOrganizationPolicyInputList.member.";
        String scp = ".ServiceControlPolicyInputList.member.1";
        Results.Member allowed =
                result(PUT_OBJECT, "s3:PutObject", "*", level + 1 + scp, all, level + 2 + scp, all);
        assertThat(allowed.text("EvalDecision")).isEqualTo("allowed");
        assertThat(allowed.text("OrganizationsDecisionDetail")).isEqualTo("true");
        assertThat(allowed.statements()).containsExactly("PolicyInputList.1 IAM Policy 1:41-1:113");
        Results.Member silent =
                result(
                        PUT_OBJECT,
                        "s3:PutObject",
                        "*",
                        level + 1 + scp,
                        all,
                        level + 2 + scp,
                        other);
        assertThat(silent.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(silent.text("OrganizationsDecisionDetail")).isEqualTo("false");
        Results.Member denied =
                result(
                        PUT_OBJECT,
                        "s3:PutObject",
                        "*",
                        level + 1 + scp,
                        all,
                        level + "1.ServiceControlPolicyInputList.member.2",
                        none);
        assertThat(denied.text("EvalDecision")).isEqualTo("explicitDeny");
        assertThat(denied.text("OrganizationsDecisionDetail")).isEqualTo("false");
        assertThat(denied.statements()).isEmpty();
    }

    @Test
    void aResourcePolicyAllowsByItself() {
        String bucket =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\""
                        + USER
                        + "\"},\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
        String nothing = PUT_OBJECT.replace("s3:PutObject", "ec2:*");
        Results.Member result =
                result(
                        nothing,
                        "s3:PutObject",
                        "arn:aws:s3:::b/k",
                        "ResourcePolicy",
                        bucket,
                        "CallerArn",
                        USER);
        assertThat(result.text("EvalDecision")).isEqualTo("allowed");
        assertThat(result.statements())
                .containsExactly("ResourcePolicy Resource Policy 1:38-1:146");
        assertThat(result.details()).isEmpty();
    }

    @Test
    void acrossAccountsBothSidesMustAllowAndEachIsTold() {
        String bucket =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\""
                        + USER
                        + "\"},\"Action\":\"s3:Get*\",\"Resource\":\"*\"}]}";
        String[] more = {
            "ResourcePolicy",
            bucket,
            "CallerArn",
            USER,
            "ResourceOwner",
            "arn:aws:iam::444455556666:root",
            "PermissionsBoundaryPolicyInputList.member.1",
            PUT_OBJECT.replace("s3:PutObject", "s3:*")
        };
        Results.Member denied = result(PUT_OBJECT, "s3:PutObject", "arn:aws:s3:::b/k", more);
        assertThat(denied.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(denied.details())
                .containsExactly(
                        "IAM Policy allowed",
                        "Permissions Boundary Policy allowed",
                        "Resource Policy implicitDeny");
        assertThat(denied.list("ResourceSpecificResults").getFirst().details())
                .isEqualTo(denied.details());
        Results.Member other = result(PUT_OBJECT, "s3:GetObject", "arn:aws:s3:::b/k", more);
        assertThat(other.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(other.details())
                .containsExactly(
                        "IAM Policy implicitDeny",
                        "Permissions Boundary Policy allowed",
                        "Resource Policy allowed");
        String everything = PUT_OBJECT.replace("s3:PutObject", "s3:*");
        Results.Member allowed = result(everything, "s3:GetObject", "arn:aws:s3:::b/k", more);
        assertThat(allowed.text("EvalDecision")).isEqualTo("allowed");
    }

    /** Unlike AWS's simulator, this one evaluates the trust policy of a role. */
    @Test
    void aTrustPolicyDecidesWhoAssumesTheRole() {
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + USER
                        + "\",\"Service\":\"ec2.amazonaws.com\",\"Federated\":"
                        + "\"arn:aws:iam::111122223333:oidc-provider/id.example.org\"},"
                        + "\"Action\":\"sts:AssumeRole*\",\"Condition\":{\"StringEqualsIfExists\":"
                        + "{\"sts:ExternalId\":\"x\"}}}}";
        String role = "arn:aws:iam::111122223333:role/r";
        for (String caller :
                List.of(
                        USER,
                        "ec2.amazonaws.com",
                        "arn:aws:iam::111122223333:oidc-provider/id.example.org")) {
            assertThat(trusted(trust, role, caller)).as(caller).isEqualTo("allowed");
            assertThat(
                            trusted(
                                    trust,
                                    role,
                                    caller,
                                    "ContextEntries.member.1.ContextKeyName",
                                    "sts:ExternalId",
                                    "ContextEntries.member.1.ContextKeyType",
                                    "string",
                                    "ContextEntries.member.1.ContextKeyValues.member.1",
                                    "y"))
                    .as(caller)
                    .isEqualTo("implicitDeny");
        }
        assertThat(trusted(trust, role, "arn:aws:iam::111122223333:user/bob"))
                .isEqualTo("implicitDeny");
        assertThat(trusted(trust, role, "lambda.amazonaws.com")).isEqualTo("implicitDeny");
    }

    private String trusted(String trust, String role, String caller, String... more) {
        List<String> all = new ArrayList<>(List.of("ResourcePolicy", trust, "CallerArn", caller));
        all.addAll(List.of(more));
        return result(PUT_OBJECT, "sts:AssumeRole", role, all.toArray(String[]::new))
                .text("EvalDecision");
    }

    @Test
    void keysThatCouldMatterAndWereNotGivenAreTold() {
        String policy =
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*",
                   "Condition": {"StringEquals": {"aws:PrincipalTag/team": "${aws:SourceVpc, 'none'}"},
                                 "IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}},
                  {"Effect": "Deny", "Action": "ec2:*", "Resource": "*",
                   "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
                """;
        String[] ip = {
            "ContextEntries.member.1.ContextKeyName", "AWS:sourceip",
            "ContextEntries.member.1.ContextKeyType", "ip",
            "ContextEntries.member.1.ContextKeyValues.member.1", "192.0.2.7"
        };
        Results.Member at = result(policy, "s3:GetObject", "arn:aws:s3:::b/alice/k", ip);
        assertThat(at.texts("MissingContextValues")).isEmpty();
        assertThat(at.list("ResourceSpecificResults").getFirst().texts("MissingContextValues"))
                .containsExactly("aws:PrincipalTag/team", "aws:username", "aws:SourceVpc");
        Results.Member all = result(policy, "ec2:RunInstances", "*", ip);
        assertThat(all.texts("MissingContextValues")).containsExactly("aws:SecureTransport");
    }

    @Test
    void anActionThatAwsDoesNotDefineIsDeniedAndThatIsSaid() {
        String everything = PUT_OBJECT.replace("s3:PutObject", "*");
        for (String resource : List.of("*", "arn:aws:s3:::b/k")) {
            Results.Member result = result(everything, "s3:FetchObject", resource);
            assertThat(result.text("EvalDecision")).isEqualTo("implicitDeny");
            assertThat(result.details()).containsExactly("Unknown Action implicitDeny");
            assertThat(result.statements()).isEmpty();
        }
    }

    @Test
    void anActionThatKnowsNoResourceIsJudgedAgainstEverything() {
        String one =
                PUT_OBJECT.replace("s3:PutObject", "s3:*").replace("*\"}}", "arn:aws:s3:::b\"}}");
        assertThat(one).contains("arn:aws:s3:::b");
        Results.Member named = result(one, "s3:ListAllMyBuckets", "arn:aws:s3:::b");
        assertThat(named.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(named.text("EvalResourceName")).isEqualTo("arn:aws:s3:::b");
        String all = PUT_OBJECT.replace("s3:PutObject", "s3:*");
        assertThat(result(all, "s3:ListAllMyBuckets", "arn:aws:s3:::b").text("EvalDecision"))
                .isEqualTo("allowed");
    }

    @Test
    void longAnswersComeInPages() {
        List<String> parameters = new ArrayList<>(List.of("PolicyInputList.member.1", PUT_OBJECT));
        for (int i = 1; i <= 3; i++) {
            parameters.addAll(List.of("ActionNames.member." + i, ACTIONS.get(i - 1)));
            parameters.addAll(List.of("ResourceArns.member." + i, "arn:aws:s3:::b/" + i));
        }
        parameters.addAll(List.of("MaxItems", "4"));
        List<String> seen = new ArrayList<>();
        Answer page = simulate(parameters.toArray(String[]::new)).ok();
        List<Integer> sizes = new ArrayList<>();
        while (true) {
            Results results = Results.of(page);
            sizes.add(results.members().size());
            results.members()
                    .forEach(member ->
                            seen.add(
                                    member.text("EvalActionName")
                                            + member.text("EvalResourceName")));
            if (page.text("IsTruncated").equals("false")) {
                break;
            }
            List<String> next = new ArrayList<>(parameters);
            next.addAll(List.of("Marker", page.text("Marker")));
            page = simulate(next.toArray(String[]::new)).ok();
        }
        assertThat(page.has("Marker")).isFalse();
        assertThat(sizes).containsExactly(4, 4, 1);
        assertThat(seen).hasSize(9).doesNotHaveDuplicates();
        parameters.addAll(List.of("Marker", "nonsense"));
        simulate(parameters.toArray(String[]::new))
                .refused(400, "ValidationError", "Invalid Marker.");
    }
}
