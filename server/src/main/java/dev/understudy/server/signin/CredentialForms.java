package dev.understudy.server.signin;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** Credentials in the forms that the AWS CLI and the SDKs take them in. */
final class CredentialForms {
    private CredentialForms() {}

    static String bash(AssumedRole.Granted granted, String url) {
        StringBuilder lines = new StringBuilder();
        variables(granted, url)
                .forEach((name, value) ->
                        lines.append("export ")
                                .append(name)
                                .append("='")
                                .append(value.replace("'", "'\\''"))
                                .append("'\n"));
        return lines.append("unset AWS_PROFILE\n").toString();
    }

    static String powerShell(AssumedRole.Granted granted, String url) {
        StringBuilder lines = new StringBuilder();
        variables(granted, url)
                .forEach((name, value) ->
                        lines.append("$Env:")
                                .append(name)
                                .append(" = '")
                                .append(value.replace("'", "''"))
                                .append("'\n"));
        return lines.toString();
    }

    static String profile(AssumedRole.Granted granted) {
        return "[understudy]\naws_access_key_id = "
                + granted.accessKeyId()
                + "\naws_secret_access_key = "
                + granted.secret()
                + "\naws_session_token = "
                + granted.token()
                + "\n";
    }

    /** What a program named by {@code credential_process} prints. */
    static String process(AssumedRole.Granted granted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Version", 1);
        json.put("AccessKeyId", granted.accessKeyId());
        json.put("SecretAccessKey", granted.secret());
        json.put("SessionToken", granted.token());
        json.put("Expiration", granted.expiration());
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static Map<String, String> variables(AssumedRole.Granted granted, String url) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL_IAM", url);
        variables.put("AWS_ENDPOINT_URL_STS", url);
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", granted.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", granted.secret());
        variables.put("AWS_SESSION_TOKEN", granted.token());
        return variables;
    }
}
