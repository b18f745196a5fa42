package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** What both simulations refuse, and how values are held against their types. */
class SimulationInputTest {
    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    private static final String BUCKET =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Answer simulate(String... more) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "PolicyInputList.member.1",
                                ALLOW,
                                "ActionNames.member.1",
                                "s3:GetObject"));
        for (int i = 0; i < more.length; i += 2) {
            int known = parameters.indexOf(more[i]);
            if (known >= 0) {
                parameters.set(known + 1, more[i + 1]);
            } else {
                parameters.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return world.admin(World.TRUSTING)
                .call("SimulateCustomPolicy", parameters.toArray(String[]::new));
    }

    private Answer entry(String type, String... values) {
        List<String> entry =
                new ArrayList<>(List.of("ContextEntries.member.1.ContextKeyName", "aws:thing"));
        if (!type.isEmpty()) {
            entry.addAll(List.of("ContextEntries.member.1.ContextKeyType", type));
        }
        for (int i = 0; i < values.length; i++) {
            entry.add("ContextEntries.member.1.ContextKeyValues.member." + (i + 1));
            entry.add(values[i]);
        }
        return simulate(entry.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "string, anything at all",
        "numeric, 10",
        "numeric, -1.5",
        "boolean, true",
        "boolean, False",
        "ip, 192.0.2.1",
        "ip, 2001:db8::1",
        "binary, QmluYXJ5",
        "date, 2026-01-15T12:00:00Z",
        "date, 2026-01-15",
        "date, 1768478400"
    })
    void valuesOfTheirTypesAreTaken(String type, String value) {
        entry(type, value).ok();
        entry(type + "List", value, value).ok();
        entry(type + "List").ok();
    }

    @ParameterizedTest
    @CsvSource({
        "numeric, ten",
        "numeric, 0x10",
        "boolean, yes",
        "ip, 192.0.2",
        "ip, host.example.org",
        "binary, ***",
        "date, yesterday",
        "date, 2026-13-45"
    })
    void valuesOfOtherTypesAreRefused(String type, String value) {
        entry(type, value)
                .refused(
                        400,
                        "InvalidInput",
                        "The value '"
                                + value
                                + "' of the context key aws:thing is no "
                                + type
                                + ".");
        entry(type + "List", value).refused("InvalidInput");
    }

    @Test
    void aSingleValueIsOne() {
        entry("string", "a", "b")
                .refused(
                        400,
                        "InvalidInput",
                        "The context key aws:thing of type string has more than one value.");
        entry("", "a", "b").ok();
        entry("colour", "red")
                .refused(
                        400,
                        "ValidationError",
                        "1 validation error detected: Value at"
                                + " 'contextEntries.1.member.contextKeyType' failed to satisfy"
                                + " constraint: Member must satisfy enum value set");
        simulate("ContextEntries.member.1.ContextKeyType", "string").refused("InvalidInput");
    }

    @Test
    void aPolicyThatCannotBeReadIsInvalid() {
        simulate("PolicyInputList.member.1", "{")
                .refused(400, "InvalidInput", "Syntax errors in policy.");
        simulate("PolicyInputList.member.1", BUCKET)
                .refused(400, "InvalidInput", "Policy document should not specify a principal.");
        simulate("PermissionsBoundaryPolicyInputList.member.1", "[]").refused("InvalidInput");
        simulate(
                        "PermissionsBoundaryPolicyInputList.member.1",
                        ALLOW,
                        "PermissionsBoundaryPolicyInputList.member.2",
                        ALLOW)
                .refused("InvalidInput");
        simulate("ResourcePolicy", "{}", "CallerArn", "arn:aws:iam::111122223333:user/a")
                .refused("InvalidInput");
        simulate("PolicyInputList.member.1", "\u0100").refused("ValidationError");
    }

    @Test
    void aResourcePolicyNeedsACallerWhomItCanName() {
        String text = "Invalid caller - Caller must be an IAM user in this context.";
        simulate("ResourcePolicy", BUCKET).refused(400, "InvalidInput", text);
        simulate("ResourcePolicy", BUCKET, "CallerArn", "arn:aws:iam::111122223333:group/g")
                .refused(400, "InvalidInput", text);
        simulate("ResourcePolicy", BUCKET, "CallerArn", "arn:aws:iam::111122223333:user/u").ok();
        simulate("ResourcePolicy", BUCKET, "CallerArn", "arn:aws:iam::111122223333:role/p/r").ok();
        for (String other :
                List.of(
                        "bob",
                        "ec2.amazonaws.com",
                        "arn:aws:iam::111122223333:root",
                        "arn:aws:sts::111122223333:assumed-role/r/session",
                        "arn:aws:sts::111122223333:federated-user/f")) {
            simulate("ResourcePolicy", BUCKET, "CallerArn", other)
                    .refused(
                            400,
                            "InvalidInput",
                            "Invalid Entity Arn: "
                                    + other
                                    + " does not clearly define entity type and name.");
        }
    }

    @Test
    void resourcesAreArnsAndOwnersAccounts() {
        simulate("ResourceArns.member.1", "14a050d4-021e-4efe")
                .refused(
                        400,
                        "InvalidInput",
                        "ResourceNames are not in a valid ARN format: 14a050d4-021e-4efe.");
        simulate("ResourceOwner", "somebody")
                .refused(400, "InvalidInput", "'somebody' is not a valid as a Resource Owner.");
        simulate("ResourceOwner", "arn:aws:iam::111122223333:root").ok();
        simulate("ResourceOwner", "111122223333").ok();
    }

    @Test
    void actionsAreWholeNames() {
        for (String action : List.of("s3:*", "s3:Get?", "ListBuckets", "s3:", ":Get", "a:b:c")) {
            simulate("ActionNames.member.1", action).refused("InvalidInput");
        }
        simulate("ActionNames.member.1", "ab").refused("ValidationError");
    }

    @Test
    void aScenarioNeedsItsResources() {
        String ec2 = "arn:aws:ec2:us-east-1:111122223333:";
        String[] resources = {
            "ResourceArns.member.1", ec2 + "instance/*",
            "ResourceArns.member.2", "arn:aws:ec2:us-east-1::image/ami-1",
            "ResourceArns.member.3", ec2 + "security-group/sg-1",
            "ResourceArns.member.4", ec2 + "network-interface/*",
            "ResourceHandlingOption", "EC2-VPC-InstanceStore"
        };
        simulate(resources).ok();
        resources[9] = "EC2-VPC-EBS";
        simulate(resources)
                .refused(
                        400,
                        "InvalidInput",
                        "The ResourceHandlingOption EC2-VPC-EBS requires a resource of type"
                                + " volume.");
        resources[9] = "EC2-Moon";
        simulate(resources).refused("InvalidInput");
    }

    @Test
    void pagesEndEarlyWhereMuchMustBeRead() {
        String big = ALLOW.replace("\"Resource\"", " ".repeat(120_000) + "\"Resource\"");
        List<String> parameters = new ArrayList<>(List.of("MaxItems", "1000"));
        for (int i = 1; i <= 10; i++) {
            parameters.addAll(List.of("PolicyInputList.member." + i, big));
        }
        for (int i = 1; i <= 100; i++) {
            parameters.addAll(List.of("ActionNames.member." + i, "s3:GetObject"));
        }
        Answer answer = simulate(parameters.toArray(String[]::new)).ok();
        assertThat(Results.of(answer).members()).hasSizeBetween(1, 50);
        assertThat(answer.text("IsTruncated")).isEqualTo("true");
    }
}
