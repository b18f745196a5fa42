package dev.understudy.server.cli;

import dev.understudy.server.operator.Operator;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Hands out what AWS publishes to the topic of an account that asks for delegation. */
@CommandLine.Command(
        name = "delegation",
        description = "Hand out the exchange tokens of delegation requests.",
        mixinStandardHelpOptions = true,
        subcommands = DelegationCommand.Token.class)
final class DelegationCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say `delegation token`");
    }

    /** Prints the token of a request whose owner has sent it. */
    @CommandLine.Command(
            name = "token",
            description =
                    "Print the exchange token of a finalized request, for the account that asked;"
                            + " it alone can trade it in, once.",
            mixinStandardHelpOptions = true)
    static final class Token implements Callable<Integer> {
        @CommandLine.Parameters(paramLabel = "ID", description = "of the delegation request")
        private String request = "";

        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.println(
                    Operator.call(
                                    data == null ? new ClientOptions().data() : data,
                                    "delegation token",
                                    new JsonMapper().createObjectNode().put("request", request))
                            .path("token")
                            .asString());
            out.flush();
            return 0;
        }
    }
}
