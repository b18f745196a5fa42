package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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

    /** A benchmark of so many seconds for each operation, over so many connections. */
    public HttpBench(int seconds, int connections, PrintWriter out) {
        this.seconds = seconds;
        this.connections = connections;
        this.out = out;
    }

    /** Runs it; whether every request was answered as it should. */
    public boolean run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("understudy-bench");
        Table table = new Table(out);
        try (Child echo = Child.start("bench", "echo");
                Child server = Child.serve(data)) {
            ApiClient.Credentials keys = Child.keys(data);
            URI url = server.url();
            String account = prepare(url, keys);
            SignedRequests signed = new SignedRequests(url, keys, InstantSource.system().instant());
            boolean good =
                    table.reference(
                            "echo",
                            measure(
                                    echo,
                                    signed.one(
                                            "sts", "Action=GetCallerIdentity&Version=2011-06-15")));
            good &=
                    table.row(
                            "GetCallerIdentity",
                            measure(
                                    server,
                                    signed.one(
                                            "sts", "Action=GetCallerIdentity&Version=2011-06-15")));
            good &=
                    table.row(
                            "AssumeRole",
                            measure(
                                    server,
                                    signed.one(
                                            "sts",
                                            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=load&RoleArn=arn%3Aaws%3Aiam%3A%3A"
                                                    + account
                                                    + "%3Arole%2Fbench")));
            good &=
                    table.row(
                            "GetRole",
                            measure(
                                    server,
                                    signed.one(
                                            "iam",
                                            "Action=GetRole&Version=2010-05-08&RoleName=bench")));
            good &=
                    table.row(
                            "GetPolicyVersion",
                            measure(
                                    server,
                                    signed.one(
                                            "iam",
                                            "Action=GetPolicyVersion&Version=2010-05-08&VersionId=v1&PolicyArn="
                                                    + "arn%3Aaws%3Aiam%3A%3A"
                                                    + account
                                                    + "%3Apolicy%2Fbench")));
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                roles(server, signed.createRoles(ROLES)).run();
                roles(server, signed.deleteRoles(ROLES)).run();
            }
            Load creating = roles(server, signed.createRoles(ROLES));
            good &= table.row("CreateRole x64", Table.Measured.of(server, creating));
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
        client.call(
                keys,
                "iam",
                "CreatePolicy",
                Map.of(
                        "PolicyName",
                        "bench",
                        "PolicyDocument",
                        SignedRequests.permissions("bench")));
        return account;
    }

    private Table.Measured measure(Child child, byte[][] requests) throws InterruptedException {
        load(child, WARM_UP_SECONDS, requests).run();
        return Table.Measured.of(child, load(child, seconds, requests));
    }

    private Load load(Child child, int time, byte[][] requests) {
        return new Load(child.url(), connections, Duration.ofSeconds(time), requests, false);
    }

    /**
     * An account holds a thousand roles, so that the measured round is short and comes after some
     * that are not.
     */
    private static Load roles(Child child, byte[][] requests) {
        return new Load(child.url(), WRITERS, Duration.ofMinutes(2), requests, true);
    }
}
