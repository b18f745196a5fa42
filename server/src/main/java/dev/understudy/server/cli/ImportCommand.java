package dev.understudy.server.cli;

import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Account;
import dev.understudy.policy.AccountId;
import dev.understudy.server.DataFolder;
import dev.understudy.server.FirstStart;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.world.Declared;
import dev.understudy.server.world.ExportReader;
import dev.understudy.server.world.WorldWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Brings a real account. */
@CommandLine.Command(
        name = "import",
        description =
                "Bring an account: the JSON that `aws iam get-account-authorization-details`"
                        + " prints.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    private static final String ADMINISTRATOR = "understudy-admin";

    @CommandLine.Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of the server's state")
    private @Nullable Path data;

    @CommandLine.Option(
            names = "--account",
            paramLabel = "ID",
            required = true,
            description = "the account's id")
    private String account = "";

    @CommandLine.Parameters(paramLabel = "FILE", description = "the export")
    private Path file = Path.of("");

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ExportReader.Export export = ExportReader.read(parse(account), file);
        Path folderPath = data == null ? new ClientOptions().data() : data;
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> unknown = new ArrayList<>();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (DataFolder folder = DataFolder.open(folderPath);
                Store store = Store.open(folder.path())) {
            new WorldWriter(store.directory(), store.keyring(), store.random(), now)
                    .bring(export.account(), unknown::add);
            report(export, unknown, out);
            admit(export.account().id(), folder, store, now, out);
        }
        out.flush();
        return 0;
    }

    private static void report(ExportReader.Export export, List<String> unknown, PrintWriter out) {
        Declared.Account account = export.account();
        out.println(
                "imported into account "
                        + account.id()
                        + ": "
                        + account.users().size()
                        + " users, "
                        + account.groups().size()
                        + " groups, "
                        + account.roles().size()
                        + " roles, "
                        + account.policies().size()
                        + " policies, "
                        + account.profiles().size()
                        + " instance profiles");
        export.skipped().forEach(skipped -> out.println("skipped: " + skipped));
        unknown.forEach(who -> out.println("not here: " + who + "; kept as written"));
        out.println("access keys are not part of an export; make new ones with CreateAccessKey");
    }

    /** Without any key nobody could call the account, not even to make keys. */
    private static void admit(
            AccountId id, DataFolder folder, Store store, Instant now, PrintWriter out) {
        Account account = Objects.requireNonNull(store.directory().account(id));
        boolean somebodyHasKeys =
                account.users().stream()
                        .flatMap(user -> account.accessKeysOf(user.id()).stream())
                        .anyMatch(key -> key.status() == AccessKeyStatus.ACTIVE);
        if (somebodyHasKeys) {
            return;
        }
        String name = ADMINISTRATOR;
        for (int i = 2; account.user(name) != null; i++) {
            name = ADMINISTRATOR + "-" + i;
        }
        Path file = folder.path().resolve("credentials-" + id);
        FirstStart.makeAdministrator(id, name, file, store, now);
        out.println(
                "nobody in it has keys: made user "
                        + name
                        + ", an administrator; the keys are in "
                        + file);
    }

    private static AccountId parse(String id) {
        try {
            return AccountId.of(id);
        } catch (IllegalArgumentException notAnAccount) {
            throw new ConfigProblem(String.valueOf(notAnAccount.getMessage()));
        }
    }
}
