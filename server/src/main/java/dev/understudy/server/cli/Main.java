package dev.understudy.server.cli;

import dev.understudy.directory.JournalUnavailable;
import dev.understudy.server.config.ConfigProblem;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

/** The command line. Exit codes: 0 done, 1 failed, 2 not understood (options, configuration). */
@CommandLine.Command(
        name = "understudy",
        description = "Identity and access management with the API of AWS IAM and STS.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            EnvCommand.class,
            ImportCommand.class,
            AccountCommand.class,
            ServiceCommand.class,
            DelegationCommand.class,
            KeysCommand.class,
            CheckCommand.class,
            TrustCommand.class,
            WhyCommand.class,
            LintCommand.class,
            IdpCommand.class,
            LoginCommand.class,
            CompletionCommand.class,
            BenchCommand.class,
            Version.Command.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        Logging.configure();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for tests and for the launcher's completion. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, result) -> explain(failure, command));
        line.setParameterExceptionHandler(Main::misunderstood);
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "a command is missing");
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        PrintWriter err = command.getErr();
        switch (failure) {
            case ConfigProblem problem -> {
                err.println("understudy: " + problem.getMessage());
                return NOT_UNDERSTOOD;
            }
            case JournalUnavailable unavailable -> {
                err.println("understudy: " + unavailable.getMessage());
                return FAILED;
            }
            case java.io.IOException unreachable -> {
                err.println("understudy: " + String.valueOf(unreachable.getMessage()));
                return FAILED;
            }
            default -> throw failure;
        }
    }

    private static int misunderstood(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("understudy: " + message(failure));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            List<String> names = List.copyOf(command.getSubcommands().keySet());
            err.println(
                    names.isEmpty()
                            ? "try: understudy help " + command.getCommandName()
                            : "commands are " + String.join(", ", names));
        }
        return NOT_UNDERSTOOD;
    }

    /** Of what is not known, the first is named, with what was meant perhaps. */
    private static String message(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            if (first.startsWith("-")) {
                String name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
                List<String> known =
                        failure.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                                .filter(option -> option.startsWith("--"))
                                .toList();
                return String.valueOf(ConfigProblem.unknown("option", name, known).getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
