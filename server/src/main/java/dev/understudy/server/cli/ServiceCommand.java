package dev.understudy.server.cli;

import dev.understudy.server.operator.Operator;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Registers services, which then may act as service principals. */
@CommandLine.Command(
        name = "service",
        description =
                "Let a program act as a service principal, and assume the roles that trust it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServiceCommand.Register.class,
            ServiceCommand.Key.class,
            ServiceCommand.Remove.class,
            ServiceCommand.ListAll.class
        })
final class ServiceCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say `service register`, `service key`, `service remove` or `service list`");
    }

    /** What all of them share. */
    static class Common {
        @CommandLine.Option(
                names = "--data",
                paramLabel = "DIR",
                description = "folder of the server's state")
        private @Nullable Path data;

        @CommandLine.Option(names = "--json", description = "print JSON instead")
        private boolean json;

        @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
        private CommandLine.Model.@Nullable CommandSpec spec;

        JsonNode call(String command, ObjectNode arguments) throws IOException {
            return Operator.call(
                    data == null ? new ClientOptions().data() : data, command, arguments);
        }

        ObjectNode arguments() {
            return new JsonMapper().createObjectNode();
        }

        /** Prints the answer as JSON or as these lines. */
        int print(JsonNode answer, String text) {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(json ? answer.toPrettyString() + "\n" : text);
            out.flush();
            return 0;
        }
    }

    private static String credentials(String name, JsonNode key) {
        return """
        # %s acts as the service %s; the secret is told this once
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=%s
        """
                .formatted(
                        "whoever has these keys",
                        name,
                        key.path("accessKeyId").asString(),
                        key.path("secretAccessKey").asString());
    }

    /** Registers one. */
    @CommandLine.Command(
            name = "register",
            description = "Register a service, and print its first access key.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Register implements Callable<Integer> {
        @CommandLine.Mixin private Common common = new Common();

        @CommandLine.Parameters(
                paramLabel = "NAME",
                description =
                        "as trust policies name it: ec2.amazonaws.com, or one of your own,"
                                + " backup.example.internal")
        private String name = "";

        @CommandLine.Option(
                names = "--source-arn",
                paramLabel = "ARN",
                description =
                        "the one resource it acts for; without it, each request must say in the"
                                + " header x-amz-source-arn")
        private @Nullable String sourceArn;

        @CommandLine.Option(
                names = "--source-account",
                paramLabel = "ID",
                description =
                        "the account of that resource; without it, each request must say in the"
                                + " header x-amz-source-account")
        private @Nullable String sourceAccount;

        @Override
        public Integer call() throws IOException {
            ObjectNode arguments = common.arguments().put("name", name);
            arguments.put("sourceArn", sourceArn).put("sourceAccount", sourceAccount);
            JsonNode key = common.call("service register", arguments);
            return common.print(key, credentials(name, key));
        }
    }

    /** Makes another key. */
    @CommandLine.Command(
            name = "key",
            description = "Make and print another access key, to replace the one it has.",
            mixinStandardHelpOptions = true)
    static final class Key implements Callable<Integer> {
        @CommandLine.Mixin private Common common = new Common();

        @CommandLine.Parameters(paramLabel = "NAME", description = "the service")
        private String name = "";

        @Override
        public Integer call() throws IOException {
            JsonNode key = common.call("service key", common.arguments().put("name", name));
            return common.print(key, credentials(name, key));
        }
    }

    /** Removes one, or one of its keys. */
    @CommandLine.Command(
            name = "remove",
            description = "Remove a service with its access keys, or one of the keys.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @CommandLine.Mixin private Common common = new Common();

        @CommandLine.Parameters(paramLabel = "NAME", description = "the service")
        private String name = "";

        @CommandLine.Option(
                names = "--key",
                paramLabel = "ID",
                description = "remove this access key only")
        private @Nullable String key;

        @Override
        public Integer call() throws IOException {
            ObjectNode arguments = common.arguments().put("name", name).put("key", key);
            String what = key == null ? name : "key " + key + " of " + name;
            return common.print(
                    common.call("service remove", arguments),
                    "removed " + what + "; sessions it assumed end when they expire\n");
        }
    }

    /** Lists them. */
    @CommandLine.Command(
            name = "list",
            description = "List the services.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @CommandLine.Mixin private Common common = new Common();

        @Override
        public Integer call() throws IOException {
            JsonNode services = common.call("service list", common.arguments());
            StringBuilder text =
                    new StringBuilder("%-40s %-14s %s%n".formatted("SERVICE", "FOR", "KEYS"));
            for (JsonNode service : services) {
                StringBuilder keys = new StringBuilder();
                for (JsonNode id : service.path("accessKeyIds")) {
                    keys.append(keys.isEmpty() ? "" : " ").append(id.asString());
                }
                String account = service.path("sourceAccount").asString("as it says");
                text.append(
                        "%-40s %-14s %s%n"
                                .formatted(service.path("name").asString(), account, keys));
            }
            return common.print(services, text.toString());
        }
    }
}
