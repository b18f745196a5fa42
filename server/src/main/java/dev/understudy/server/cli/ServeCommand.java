package dev.understudy.server.cli;

import dev.understudy.server.FirstStart;
import dev.understudy.server.Server;
import dev.understudy.server.config.ServerConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import sun.misc.Signal;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Starts the server and stays. */
@CommandLine.Command(
        name = "serve",
        description = "Start the server.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    @CommandLine.Mixin private ServerOptions options = new ServerOptions();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig config = options.load(Map.of());
        if (config.dev()) {
            Logging.verbose();
        }
        Server server = Server.start(config, InstantSource.system());
        announce(server, out());
        untilStopped(server, () -> {});
        return 0;
    }

    private PrintWriter out() {
        return spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    }

    static void announce(Server server, PrintWriter out) {
        FirstStart first = server.firstStart();
        if (first != null) {
            out.println(
                    "first start: made account "
                            + first.account()
                            + " with user "
                            + first.userName()
                            + "; the keys are in "
                            + first.credentials());
        }
        out.println(
                "ready: IAM and STS at "
                        + server.apiUrl()
                        + ", management at "
                        + server.managementUrl());
        out.println(server.enforcement());
        out.flush();
    }

    /**
     * Stays until the process is told to end, and then closes in order, which is a success.
     *
     * @param afterwards what is to be done when all is closed
     */
    static void untilStopped(Server server, Runnable afterwards) throws InterruptedException {
        untilStopped(() -> {
            server.close();
            afterwards.run();
        });
    }

    /** Stays until the process is told to end, and then does this, which is a success. */
    static void untilStopped(Runnable atTheEnd) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(atTheEnd));
        CountDownLatch stopped = new CountDownLatch(1);
        Signal.handle(new Signal("TERM"), signal -> stopped.countDown());
        Signal.handle(new Signal("INT"), signal -> stopped.countDown());
        stopped.await();
    }
}
