package dev.understudy.server.cli;

import dev.understudy.server.ApiClient;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Prints what points the AWS CLI and the SDKs at the server: for {@code eval "$(./understudy
 * env)"}.
 */
@CommandLine.Command(
        name = "env",
        description = "Print the shell lines that point the AWS CLI and the SDKs at the server.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EnvCommand implements Callable<Integer> {
    @CommandLine.Mixin private ClientOptions options = new ClientOptions();

    @CommandLine.Option(names = "--json", description = "print a JSON object instead")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ApiClient.Credentials keys =
                LocalKeys.find(options.data(), options.account(), options.user());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("AWS_ENDPOINT_URL_IAM", options.endpoint().toString());
        lines.put("AWS_ENDPOINT_URL_STS", options.endpoint().toString());
        lines.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
        lines.put("AWS_SECRET_ACCESS_KEY", keys.secret());
        lines.put("AWS_REGION", "us-east-1");
        lines.put("AWS_DEFAULT_REGION", "us-east-1");
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(new tools.jackson.databind.json.JsonMapper().writeValueAsString(lines));
        } else {
            lines.forEach((name, value) -> out.println("export " + name + "=" + quoted(value)));
            out.println("unset AWS_SESSION_TOKEN AWS_PROFILE");
        }
        out.flush();
        if (System.console() != null && System.console().isTerminal()) {
            spec.commandLine()
                    .getErr()
                    .println("# a secret was printed; use it as: eval \"$(./understudy env)\"");
        }
        return 0;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
