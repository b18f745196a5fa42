package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The load benchmark. Ratios within one run carry over to other machines, the figures themselves do
 * not.
 */
public final class HttpBench {
    private static final int ROLES = 900;
    private static final int WARM_UP_SECONDS = 6;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int WRITERS = 64;

    private final int seconds;
    private final int connections;
    private final PrintWriter out;
    private double echoMicros;
    private double echoRate;

    /** A benchmark of so many seconds for each operation, over so many connections. */
    public HttpBench(int seconds, int connections, PrintWriter out) {
        this.seconds = seconds;
        this.connections = connections;
        this.out = out;
    }

    /** Runs it; whether every request was answered as it should. */
    public boolean run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("understudy-bench");
        out.printf(
                "%-20s %10s %9s %9s %12s %10s %10s%n",
                "", "requests/s", "p50 us", "p99 us", "server us/rq", "CPU ratio", "rate ratio");
        try (Child echo = Child.start("bench", "echo");
                Child server =
                        Child.start(
                                "serve",
                                "--port",
                                "0",
                                "--management-port",
                                "0",
                                "--data",
                                data.toString())) {
            ApiClient.Credentials keys = keys(data);
            URI url = server.url();
            String account = prepare(url, keys);
            SignedRequests signed = new SignedRequests(url, keys, InstantSource.system().instant());
            boolean good =
                    measure(
                            "echo",
                            echo,
                            signed.one("sts", "Action=GetCallerIdentity&Version=2011-06-15"));
            good &=
                    measure(
                            "GetCallerIdentity",
                            server,
                            signed.one("sts", "Action=GetCallerIdentity&Version=2011-06-15"));
            good &=
                    measure(
                            "AssumeRole",
                            server,
                            signed.one(
                                    "sts",
                                    "Action=AssumeRole&Version=2011-06-15&RoleSessionName=load&RoleArn=arn%3Aaws%3Aiam%3A%3A"
                                            + account
                                            + "%3Arole%2Fbench"));
            good &=
                    measure(
                            "GetRole",
                            server,
                            signed.one("iam", "Action=GetRole&Version=2010-05-08&RoleName=bench"));
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                roles(server, signed.createRoles(ROLES));
                roles(server, signed.deleteRoles(ROLES));
            }
            good &= createRoles(server, signed.createRoles(ROLES));
            return good;
        }
    }

    private static String prepare(URI url, ApiClient.Credentials keys) throws IOException {
        ApiClient client = new ApiClient(url, InstantSource.system());
        String account = client.call(keys, "sts", "GetCallerIdentity", Map.of()).text("Account");
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + account
                        + "\"},\"Action\":\"sts:AssumeRole\"}}";
        client.call(
                keys,
                "iam",
                "CreateRole",
                Map.of("RoleName", "bench", "AssumeRolePolicyDocument", trust));
        return account;
    }

    private boolean measure(String name, Child child, byte[][] requests)
            throws InterruptedException {
        new Load(child.url(), connections, Duration.ofSeconds(WARM_UP_SECONDS), requests, false)
                .run();
        Duration before = child.cpu();
        Load.Result result =
                new Load(child.url(), connections, Duration.ofSeconds(seconds), requests, false)
                        .run();
        return print(name, result, child.cpu().minus(before));
    }

    private static Load.Result roles(Child child, byte[][] requests) throws InterruptedException {
        return new Load(child.url(), WRITERS, Duration.ofMinutes(2), requests, true).run();
    }

    /**
     * An account holds a thousand roles, so that the measured round is short and comes after some
     * that are not.
     */
    private boolean createRoles(Child child, byte[][] requests) throws InterruptedException {
        Duration before = child.cpu();
        Load.Result result = roles(child, requests);
        return print("CreateRole x64", result, child.cpu().minus(before));
    }

    private boolean print(String name, Load.Result result, Duration cpu) {
        double micros = cpu.toNanos() / 1e3 / Math.max(1, result.answers());
        if (name.equals("echo")) {
            echoMicros = micros;
            echoRate = result.rate();
        }
        out.printf(
                "%-20s %10.0f %9.0f %9.0f %12.1f %9.0f%% %9.0f%%%s%n",
                name,
                result.rate(),
                result.p50() / 1e3,
                result.p99() / 1e3,
                micros,
                100 * echoMicros / micros,
                100 * result.rate() / echoRate,
                result.failures() == 0 ? "" : "  " + result.failures() + " FAILED");
        out.flush();
        return result.failures() == 0;
    }

    private static ApiClient.Credentials keys(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("credentials"));
        return new ApiClient.Credentials(
                value(lines, "aws_access_key_id"), value(lines, "aws_secret_access_key"), null);
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
