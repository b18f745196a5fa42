package dev.understudy.server.cli;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.Keyring.KeyInfo;
import dev.understudy.server.DataFolder;
import dev.understudy.server.KeyCare;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.operator.Operator;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Lists and rotates the keys that seal session tokens, and secrets at rest. */
@CommandLine.Command(
        name = "keys",
        description = "List and rotate the keys that seal session tokens and stored secrets.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeysCommand.ListAll.class,
            KeysCommand.Rotate.class,
            KeysCommand.RotateIssuers.class
        })
final class KeysCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say `keys list`, `keys rotate` or `keys rotate-issuers`");
    }

    private static Path folder(@Nullable Path data) {
        Path folder = data == null ? new ClientOptions().data() : data;
        if (!Files.exists(DataFolder.masterKey(folder))) {
            throw new ConfigProblem("there are no keys in " + folder);
        }
        return folder;
    }

    private static Keyring keyring(Path folder) throws IOException {
        return Keyring.ofFile(DataFolder.masterKey(folder), new SecureRandom());
    }

    private static PrintWriter out(CommandLine.Model.@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** Lists the keys' ids; never the keys. */
    @CommandLine.Command(
            name = "list",
            description = "List the ids of the keys, the one that seals first.",
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
        public Integer call() throws IOException {
            List<KeyInfo> keys = keyring(folder(data)).keys();
            PrintWriter out = out(spec);
            if (json) {
                out.println(
                        new JsonMapper()
                                .writeValueAsString(keys.stream().map(ListAll::row).toList()));
            } else {
                out.printf("%-10s %-22s %s%n", "KEY", "SEALED UNTIL", "OPENS AT LEAST UNTIL");
                keys.forEach(key -> {
                    Map<String, Object> row = row(key);
                    out.printf(
                            "%-10s %-22s %s%n",
                            row.get("key"),
                            Objects.requireNonNullElse(row.get("sealedUntil"), "seals now"),
                            Objects.requireNonNullElse(row.get("opensUntil"), "-"));
                });
            }
            out.flush();
            return 0;
        }

        private static Map<String, Object> row(KeyInfo key) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", key.id());
            Instant retired = key.retiredAt();
            if (retired != null) {
                row.put("sealedUntil", retired.toString());
                row.put("opensUntil", retired.plus(Keyring.KEPT).toString());
            }
            return row;
        }
    }

    /** Makes a new key, also while a server runs. */
    @CommandLine.Command(
            name = "rotate",
            description =
                    "Make a new key that seals from now on. Session tokens stay good, and stored"
                            + " secrets are sealed anew; a running server does so within a minute.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {
        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Path folder = folder(data);
            Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
            Keyring keyring = keyring(folder);
            String old = keyring.sealingKeyId();
            keyring.rotate(now);
            boolean settled = settle(folder, now);
            PrintWriter out = out(spec);
            out.println(
                    "key "
                            + keyring.sealingKeyId()
                            + " seals from now on; "
                            + old
                            + " still opens, at least until "
                            + now.plus(Keyring.KEPT));
            out.println(
                    settled
                            ? "what is stored is sealed under it"
                            : "the server that runs on "
                                    + folder
                                    + " takes it up within a minute, and seals anew what is"
                                    + " stored");
            out.flush();
            return 0;
        }

        /** Seals anew what is stored, unless a server runs, whose task it then is. */
        private static boolean settle(Path folder, Instant now) throws IOException {
            try (DataFolder free = DataFolder.openIfFree(folder)) {
                if (free == null) {
                    return false;
                }
                try (Store store = Store.open(folder)) {
                    new KeyCare(store.directory(), store.keyring()).attend(now);
                }
                return true;
            }
        }
    }

    /** Makes new keys that sign the tokens of accounts, also while a server runs. */
    @CommandLine.Command(
            name = "rotate-issuers",
            description =
                    "Make new keys that sign the tokens of accounts as issuers from now on. Old"
                            + " public keys are told until no token of theirs can be good.",
            mixinStandardHelpOptions = true)
    static final class RotateIssuers implements Callable<Integer> {
        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            int issuers =
                    Operator.call(
                                    folder(data),
                                    "issuer rotate",
                                    new JsonMapper().createObjectNode())
                            .path("issuers")
                            .asInt();
            PrintWriter out = out(spec);
            out.println(
                    issuers
                            + (issuers == 1 ? " issuer signs" : " issuers sign")
                            + " with new keys");
            out.flush();
            return 0;
        }
    }
}
