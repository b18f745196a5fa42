package dev.understudy.server.cli;

import dev.understudy.server.ApiClient;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Explains a refusal, by a signed call of DecodeAuthorizationMessage. */
@CommandLine.Command(
        name = "why",
        description =
                "Explain a refusal by the id in its x-understudy-decision header (it is also in the"
                        + " log).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WhyCommand implements Callable<Integer> {
    @CommandLine.Mixin private ClientOptions options = new ClientOptions();

    @CommandLine.Parameters(paramLabel = "DECISION-ID", description = "the id of the decision")
    private String id = "";

    @CommandLine.Option(names = "--json", description = "print the explanation as JSON")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ApiClient.Credentials keys =
                LocalKeys.find(options.data(), options.account(), options.user());
        ApiClient client = new ApiClient(options.endpoint(), InstantSource.system());
        ApiClient.Reply reply =
                client.call(
                        keys, "sts", "DecodeAuthorizationMessage", Map.of("EncodedMessage", id));
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (!reply.ok()) {
            line.getErr()
                    .println("understudy: " + reply.text("Code") + ": " + reply.text("Message"));
            return Main.FAILED;
        }
        PrintWriter out = line.getOut();
        String decoded = reply.text("DecodedMessage");
        JsonNode message = new JsonMapper().readTree(decoded);
        out.println(json ? decoded : message.get("text").asString());
        out.flush();
        return 0;
    }
}
