package dev.understudy.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;

import java.util.ArrayList;
import java.util.List;

/** A role called auditor, and callers who assume it. */
final class Assuming {
    static final String AUDITOR = "arn:aws:iam::111122223333:role/auditor";

    private Assuming() {}

    static String trust(String principal, String... more) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                + principal
                + ",\"Action\":[\"sts:AssumeRole\""
                + String.join("", more)
                + "]}}";
    }

    static String aws(String value) {
        return "{\"AWS\":\"" + value + "\"}";
    }

    static void role(Client admin, String name, String trustPolicy, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("RoleName", name, "AssumeRolePolicyDocument", trustPolicy));
        parameters.addAll(List.of(more));
        admin.call("CreateRole", parameters.toArray(String[]::new)).ok();
    }

    static Answer assume(Client caller, String... more) {
        return assumeArn(caller, AUDITOR, more);
    }

    static Answer assumeArn(Client caller, String arn, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("RoleArn", arn, "RoleSessionName", "session"));
        parameters.addAll(List.of(more));
        return caller.call("AssumeRole", parameters.toArray(String[]::new));
    }

    static void denied(Answer answer, String caller, String action) {
        answer.refused(
                403,
                "AccessDenied",
                "User: "
                        + caller
                        + " is not authorized to perform: "
                        + action
                        + " on resource: "
                        + AUDITOR);
        assertThat(answer.header("x-understudy-decision")).isNotBlank();
    }
}
