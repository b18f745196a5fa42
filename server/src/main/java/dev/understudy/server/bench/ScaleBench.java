package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An account as full as AWS lets it be: 5,000 roles, users and policies. What its pages cost, one
 * caller at a time, and what a new role costs beside an account that is empty.
 */
public final class ScaleBench {
    private static final int FULL = 5_000;
    private static final int NEW_ROLES = 900;
    private static final int ROUNDS = 5;
    private static final int WRITERS = 64;
    private static final int SEEDERS = 16;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String QUOTAS =
            "{\"quotas\":{\"RolesPerAccount\":5000,\"PoliciesPerAccount\":5000}}";

    private final int seconds;
    private final PrintWriter out;

    /** A benchmark of so many seconds for each operation. */
    public ScaleBench(int seconds, PrintWriter out) {
        this.seconds = seconds;
        this.out = out;
    }

    /** A server, and whoever signs for it. */
    private record Stage(Child child, ApiClient.Credentials keys) {
        SignedRequests signed() {
            return new SignedRequests(child.url(), keys, InstantSource.system().instant());
        }
    }

    /** Runs it; whether every request was answered as it should. */
    public boolean run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("understudy-scale");
        Path config = Files.writeString(data.resolve("quotas.json"), QUOTAS);
        Path fullData = data.resolve("full");
        Path emptyData = data.resolve("empty");
        try (Child full = Child.serve(fullData, "--config", config.toString());
                Child empty = Child.serve(emptyData)) {
            Stage crowded = new Stage(full, Child.keys(fullData));
            Stage bare = new Stage(empty, Child.keys(emptyData));
            out.printf("filling an account with %,d roles, users and policies each%n", FULL);
            out.flush();
            fill(crowded);
            boolean good = newRoles(bare, crowded);
            fillUp(crowded);
            return good & pages(crowded);
        }
    }

    private static void fill(Stage stage) throws InterruptedException {
        SignedRequests signed = stage.signed();
        int roles = FULL - NEW_ROLES;
        once(stage, SEEDERS, signed.many(roles, i -> SignedRequests.createRole("full" + i)));
        once(
                stage,
                SEEDERS,
                signed.many(FULL, i -> "Action=CreateUser&Version=2010-05-08&UserName=person" + i));
        once(
                stage,
                SEEDERS,
                signed.many(FULL, i -> SignedRequests.createPolicy("permissions" + i)));
    }

    private static void fillUp(Stage stage) throws InterruptedException {
        once(
                stage,
                SEEDERS,
                stage.signed().many(NEW_ROLES, i -> SignedRequests.createRole("last" + i)));
    }

    private static Load.Result once(Stage stage, int connections, byte[][] requests)
            throws InterruptedException {
        return new Load(stage.child().url(), connections, LONG, requests, true).run();
    }

    /** Rounds in turn, so that what else the machine does falls upon both. */
    private boolean newRoles(Stage bare, Stage crowded) throws InterruptedException {
        Table table = new Table(out);
        boolean good = true;
        for (int round = 0; round < ROUNDS; round++) {
            boolean warm = round > 0;
            good &= round(warm ? table : null, Table.ECHO + "'s place: CreateRole, empty", bare);
            good &= round(warm ? table : null, "CreateRole, full account", crowded);
        }
        return good;
    }

    private static boolean round(@Nullable Table table, String name, Stage stage)
            throws InterruptedException {
        SignedRequests signed = stage.signed();
        byte[][] requests = signed.createRoles(NEW_ROLES);
        Duration before = stage.child().cpu();
        Load.Result result = once(stage, WRITERS, requests);
        Duration cpu = stage.child().cpu().minus(before);
        once(stage, WRITERS, signed.deleteRoles(NEW_ROLES));
        return table == null || table.row(name, result, cpu);
    }

    private boolean pages(Stage stage) throws IOException, InterruptedException {
        Table table = new Table(out);
        boolean good = true;
        for (String action : List.of("ListRoles", "GetAccountAuthorizationDetails")) {
            for (int items : new int[] {100, 1_000}) {
                List<String> forms = new ArrayList<>();
                int bytes = walk(stage, action, items, forms);
                byte[][] requests = stage.signed().many(forms.size(), forms::get);
                try (Child echo = Child.start("bench", "echo", "--answer", "" + bytes)) {
                    good &= measure(table, Table.ECHO + " of " + bytes + " bytes", echo, requests);
                }
                good &= measure(table, action + ", pages of " + items, stage.child(), requests);
            }
        }
        return good;
    }

    private boolean measure(Table table, String name, Child child, byte[][] requests)
            throws InterruptedException {
        new Load(child.url(), 1, Duration.ofSeconds(seconds), requests, false).run();
        Duration before = child.cpu();
        Load.Result result =
                new Load(child.url(), 1, Duration.ofSeconds(seconds), requests, false).run();
        return table.row(name, result, child.cpu().minus(before));
    }

    /**
     * Reads all pages.
     *
     * @param forms gets the request of each
     * @return the length of their answers on average
     */
    private static int walk(Stage stage, String action, int items, List<String> forms)
            throws IOException {
        ApiClient client = new ApiClient(stage.child().url(), InstantSource.system());
        String marker = "";
        long bytes = 0;
        do {
            Map<String, String> parameters = new HashMap<>();
            parameters.put("MaxItems", "" + items);
            String form = "Action=" + action + "&Version=2010-05-08&MaxItems=" + items;
            if (!marker.isEmpty()) {
                parameters.put("Marker", marker);
                form += "&Marker=" + URLEncoder.encode(marker, StandardCharsets.UTF_8);
            }
            forms.add(form);
            ApiClient.Reply reply = client.call(stage.keys(), "iam", action, parameters);
            bytes += reply.length();
            marker = reply.text("Marker");
        } while (!marker.isEmpty());
        return (int) (bytes / forms.size());
    }
}
