package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.LinkedService.Evidence;
import dev.understudy.catalog.LinkedService.Suffix;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services with roles of their own: how many are known how well, and what AWS gives some. */
class LinkedServicesTest {
    private static LinkedService service(String name) {
        return Objects.requireNonNull(LinkedServices.find(name + ".amazonaws.com"), name);
    }

    @Test
    void everyServiceThatAwsWasSeenToAnswerForIsThereAndMore() {
        Map<Evidence, Long> counts =
                LinkedServices.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        LinkedService::evidence, Collectors.counting()));
        assertThat(counts)
                .isEqualTo(
                        Map.of(Evidence.RECORDED, 71L, Evidence.PAIRED, 89L, Evidence.KNOWN, 18L));
    }

    @Test
    void namesAreOnesThatCanBeMade() {
        assertThat(LinkedServices.all()).doesNotHaveDuplicates();
        assertThat(LinkedServices.all())
                .extracting(LinkedService::principal)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(principal -> principal.matches("[a-z0-9.-]+\\.amazonaws\\.com"));
        assertThat(LinkedServices.all())
                .allSatisfy(service -> {
                    assertThat(service.roleName()).matches("AWSServiceRoleFor[\\w-]+");
                    // A suffix of one character must fit as well.
                    assertThat(service.roleName().length()).isLessThanOrEqualTo(64);
                    assertThat(service.roleName().endsWith("_"))
                            .isEqualTo(service.suffix() == Suffix.REQUIRED);
                });
    }

    @Test
    void permissionsAreAwsManagedPoliciesButWhereNoneIsKnown() {
        List<String> unknown =
                LinkedServices.all().stream()
                        .filter(service -> service.policyArn() == null)
                        .map(LinkedService::principal)
                        .toList();
        assertThat(unknown).containsExactly("s3.data-source.lustre.fsx.amazonaws.com");
        List<String> vanished =
                LinkedServices.all().stream()
                        .map(LinkedService::policyArn)
                        .filter(Objects::nonNull)
                        .filter(arn -> AwsManagedPolicies.find(arn) == null)
                        .toList();
        assertThat(vanished)
                .containsExactly("arn:aws:iam::aws:policy/aws-service-role/AmazonLexBotPolicy");
    }

    @Test
    void awsTakesSuffixesForThreeServices() {
        assertThat(LinkedServices.all())
                .filteredOn(service -> service.suffix() == Suffix.YES)
                .extracting(LinkedService::principal)
                .containsExactly(
                        "autoscaling.amazonaws.com",
                        "connect.amazonaws.com",
                        "lexv2.amazonaws.com");
        assertThat(service("connect").roleName("x")).isEqualTo("AWSServiceRoleForAmazonConnect_x");
        assertThat(service("profile").roleName("x")).isEqualTo("AWSServiceRoleForProfile_x");
        assertThat(service("connect").roleName(null)).isEqualTo("AWSServiceRoleForAmazonConnect");
    }

    @Test
    void someAreAsAwsAnswered() {
        Function<String, String> policy =
                name ->
                        Objects.requireNonNull(service(name).policyArn())
                                .substring("arn:aws:iam::aws:policy/aws-service-role/".length());
        assertThat(service("autoscaling-plans").roleName())
                .isEqualTo("AWSServiceRoleForAutoScalingPlans_EC2AutoScaling");
        assertThat(policy.apply("autoscaling")).isEqualTo("AutoScalingServiceRolePolicy");
        assertThat(service("ops.apigateway").roleName()).isEqualTo("AWSServiceRoleForAPIGateway");
        assertThat(policy.apply("ecs")).isEqualTo("AmazonECSServiceRolePolicy");
        assertThat(policy.apply("eks-nodegroup")).isEqualTo("AWSServiceRoleForAmazonEKSNodegroup");
        assertThat(service("backup").path()).isEqualTo("/aws-service-role/backup.amazonaws.com/");
        assertThat(service("batch").trustPolicy())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Principal\":{\"Service\":\"batch.amazonaws.com\"},"
                                + "\"Action\":\"sts:AssumeRole\"}]}");
    }

    @Test
    void principalsAreFoundExactlyOrNotAtAll() {
        for (String none :
                List.of(
                        "",
                        "autoscaling",
                        "ec2.amazonaws.com",
                        "logs.amazonaws.com",
                        "autoscaling.amazonaws.com ",
                        "autoscaling.amazonaws.com".toUpperCase(Locale.ROOT))) {
            assertThat(LinkedServices.find(none)).as(none).isNull();
        }
    }
}
