package dev.understudy.server.cli;

import dev.understudy.operation.WireResponse;
import dev.understudy.server.bench.HttpBench;
import dev.understudy.server.bench.ScaleBench;
import dev.understudy.server.http.HttpFace;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Measures. */
@CommandLine.Command(
        name = "bench",
        description = "Measure this program on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Http.class, BenchCommand.Scale.class, BenchCommand.Echo.class})
final class BenchCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say `bench http` or `bench scale`");
    }

    /** A load over HTTP. */
    @CommandLine.Command(
            name = "http",
            description =
                    "Load a server of its own with signed requests, beside the bare web server's"
                            + " echo.",
            mixinStandardHelpOptions = true)
    static final class Http implements Callable<Integer> {
        @CommandLine.Option(names = "--seconds", description = "for each operation (5)")
        private int seconds = 5;

        @CommandLine.Option(names = "--connections", description = "at once (8)")
        private int connections = 8;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            return new HttpBench(seconds, connections, out).run() ? 0 : Main.FAILED;
        }
    }

    /** A full account. */
    @CommandLine.Command(
            name = "scale",
            description =
                    "Fill an account with 5,000 roles, users and policies, and read and write there"
                            + " (takes minutes).",
            mixinStandardHelpOptions = true)
    static final class Scale implements Callable<Integer> {
        @CommandLine.Option(names = "--seconds", description = "for each operation (5)")
        private int seconds = 5;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            return new ScaleBench(seconds, out).run() ? 0 : Main.FAILED;
        }
    }

    /** The bare web server, which the load is compared with. */
    @CommandLine.Command(name = "echo", hidden = true)
    static final class Echo implements Callable<Integer> {
        @CommandLine.Option(names = "--answer", description = "bytes; the request's if not given")
        private int answer;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            List<HttpHeader> headers = List.of(new HttpHeader("Content-Type", "text/xml"));
            byte[] fixed = new byte[answer];
            try (HttpFace face =
                    HttpFace.start(
                            InetAddress.getLoopbackAddress(),
                            0,
                            request ->
                                    new WireResponse(
                                            200, headers, answer > 0 ? fixed : request.body()))) {
                PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
                out.println("ready: echo at http://127.0.0.1:" + face.port());
                out.flush();
                new CountDownLatch(1).await();
                return 0;
            }
        }
    }
}
