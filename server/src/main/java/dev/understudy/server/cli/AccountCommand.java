package dev.understudy.server.cli;

import dev.understudy.directory.Account;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.sql.SqliteJournal;
import dev.understudy.policy.AccountId;
import dev.understudy.server.DataFolder;
import dev.understudy.server.FirstStart;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Makes and lists accounts. */
@CommandLine.Command(
        name = "account",
        description = "Make and list accounts.",
        mixinStandardHelpOptions = true,
        subcommands = {AccountCommand.Create.class, AccountCommand.ListAll.class})
final class AccountCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say `account create` or `account list`");
    }

    /** Makes an account with an administrator. */
    @CommandLine.Command(
            name = "create",
            description =
                    "Make an account with an administrator, whose keys are written to a file.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Option(
                names = "--user",
                paramLabel = "NAME",
                description = "the administrator's name (admin)")
        private String user = "admin";

        @CommandLine.Parameters(
                paramLabel = "ID",
                arity = "0..1",
                description = "twelve digits; random if not given")
        private @Nullable String id;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try (DataFolder folder =
                            DataFolder.open(data == null ? new ClientOptions().data() : data);
                    Store store = Store.open(folder.path())) {
                AccountId account = id == null ? FirstStart.randomId(store.random()) : parse(id);
                if (store.directory().account(account) != null) {
                    throw new ConfigProblem("account " + account + " exists already");
                }
                Path file = folder.path().resolve("credentials-" + account);
                FirstStart.makeAdministrator(
                        account,
                        user,
                        file,
                        store,
                        InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
                PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
                out.println(
                        "made account "
                                + account
                                + " with user "
                                + user
                                + "; the keys are in "
                                + file);
                out.flush();
                return 0;
            }
        }

        private static AccountId parse(String id) {
            try {
                return AccountId.of(id);
            } catch (IllegalArgumentException notAnAccount) {
                throw new ConfigProblem(String.valueOf(notAnAccount.getMessage()));
            }
        }
    }

    /** Lists the accounts. */
    @CommandLine.Command(
            name = "list",
            description = "List the accounts.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Option(names = "--json", description = "print a JSON array instead")
        private boolean json;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Path database = DataFolder.database(data == null ? new ClientOptions().data() : data);
            List<Map<String, Object>> accounts = new ArrayList<>();
            if (Files.exists(database)) {
                try (SqliteJournal journal = new SqliteJournal(database)) {
                    for (AccountId id : journal.accounts()) {
                        Account account = journal.load(id);
                        if (account != null && !id.equals(RegisteredService.HOME)) {
                            accounts.add(describe(account));
                        }
                    }
                }
            }
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            if (json) {
                out.println(
                        new tools.jackson.databind.json.JsonMapper().writeValueAsString(accounts));
            } else {
                out.printf(
                        "%-14s %-20s %6s %6s %8s%n",
                        "ACCOUNT", "ALIAS", "USERS", "ROLES", "VERSION");
                accounts.forEach(a ->
                        out.printf(
                                "%-14s %-20s %6s %6s %8s%n",
                                a.get("account"),
                                a.get("alias"),
                                a.get("users"),
                                a.get("roles"),
                                a.get("version")));
            }
            out.flush();
            return 0;
        }

        private static Map<String, Object> describe(Account account) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("account", account.id().digits());
            described.put("alias", account.alias() == null ? "-" : account.alias());
            described.put("users", account.users().size());
            described.put("roles", account.roles().size());
            described.put("version", account.version());
            return described;
        }
    }
}
