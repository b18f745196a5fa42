package dev.understudy.server.cli;

import dev.understudy.policy.AccountId;
import dev.understudy.server.DataFolder;
import dev.understudy.server.Server;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;
import dev.understudy.server.demo.Story;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Starts a server on a fresh store, plays the story of IAM roles against it, and stays up. */
@CommandLine.Command(
        name = "demo",
        description =
                "Start a server on a fresh store, play the story of IAM roles against it, and stay"
                        + " up.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    @CommandLine.Mixin private ServerOptions options = new ServerOptions();

    @CommandLine.Option(names = "--once", description = "end after the story instead of staying up")
    private boolean once;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        Map<String, String> defaults = new LinkedHashMap<>();
        Path fresh = fresh();
        defaults.put("data", fresh.toString());
        // So that what is allowed is explained as well.
        defaults.put("dev", "true");
        Runnable afterwards = () -> DataFolder.delete(fresh);
        try {
            return play(options.load(defaults), out, afterwards);
        } finally {
            afterwards.run();
        }
    }

    private int play(ServerConfig config, PrintWriter out, Runnable afterwards)
            throws IOException, InterruptedException {
        Logging.quiet();
        try (Server server = Server.start(config, InstantSource.system())) {
            requireFresh(server);
            ServeCommand.announce(server, out);
            boolean asTold = new Story(server, out, colour()).play();
            if (!asTold || once) {
                return asTold ? 0 : Main.FAILED;
            }
            out.println();
            out.println("The server stays up. In another terminal, type:");
            out.println(
                    "  eval \"$(./understudy env --data " + server.data() + port(server) + ")\"");
            out.println("  aws sts get-caller-identity");
            out.println("  aws iam list-roles");
            out.println("and stop this one with Ctrl-C.");
            out.flush();
            ServeCommand.untilStopped(server, afterwards);
            return 0;
        }
    }

    private static void requireFresh(Server server) {
        for (String account : Story.ACCOUNTS) {
            if (server.store().directory().account(AccountId.of(account)) != null) {
                throw new ConfigProblem(
                        server.data()
                                + " holds account "
                                + account
                                + " already: the story needs a folder without it");
            }
        }
    }

    private static String port(Server server) {
        boolean usual = server.apiUrl().getPort() == ServerConfig.DEFAULT_PORT;
        return (usual ? "" : " --endpoint " + server.apiUrl()) + " --account " + Story.TRUSTING;
    }

    private static Path fresh() throws IOException {
        return Files.createTempDirectory("understudy-demo");
    }

    private static boolean colour() {
        return System.console() != null
                && System.console().isTerminal()
                && System.getenv("NO_COLOR") == null;
    }
}
