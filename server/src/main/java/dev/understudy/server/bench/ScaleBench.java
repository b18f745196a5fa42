package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;

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
        once(stage, SEEDERS, signed.many(roles, i -> SignedRequests.createRole("full" + i))).run();
        once(
                        stage,
                        SEEDERS,
                        signed.many(
                                FULL,
                                i -> "Action=CreateUser&Version=2010-05-08&UserName=person" + i))
                .run();
        once(stage, SEEDERS, signed.many(FULL, i -> SignedRequests.createPolicy("permissions" + i)))
                .run();
    }

    private static void fillUp(Stage stage) throws InterruptedException {
        once(
                        stage,
                        SEEDERS,
                        stage.signed().many(NEW_ROLES, i -> SignedRequests.createRole("last" + i)))
                .run();
    }

    private static Load once(Stage stage, int connections, byte[][] requests) {
        return new Load(stage.child().url(), connections, LONG, requests, true);
    }

    /** Rounds in turn, so that what else the machine does falls upon both. */
    private boolean newRoles(Stage bare, Stage crowded) throws InterruptedException {
        Table table = new Table(out);
        boolean good = true;
        for (int round = 0; round < ROUNDS; round++) {
            Table.Measured empty = round(bare);
            Table.Measured full = round(crowded);
            if (round > 0) {
                good &= table.reference("CreateRole, empty account", empty);
                good &= table.row("CreateRole, full account", full);
            }
        }
        return good;
    }

    private static Table.Measured round(Stage stage) throws InterruptedException {
        SignedRequests signed = stage.signed();
        Load creating = once(stage, WRITERS, signed.createRoles(NEW_ROLES));
        Table.Measured measured = Table.Measured.of(stage.child(), creating);
        once(stage, WRITERS, signed.deleteRoles(NEW_ROLES)).run();
        return measured;
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
                    String name = "echo of " + bytes + " bytes";
                    good &= table.reference(name, measure(echo, requests));
                }
                String name = action + ", pages of " + items;
                good &= table.row(name, measure(stage.child(), requests));
            }
        }
        return good;
    }

    private Table.Measured measure(Child child, byte[][] requests) throws InterruptedException {
        Load load = new Load(child.url(), 1, Duration.ofSeconds(seconds), requests, false);
        load.run();
        return Table.Measured.of(child, load);
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
