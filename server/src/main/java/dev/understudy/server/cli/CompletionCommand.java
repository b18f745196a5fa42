package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete;
import picocli.CommandLine;

import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints the script that completes commands and options in bash and zsh. */
@CommandLine.Command(
        name = "completion",
        description =
                "Print the completion script of bash and zsh: source <(./understudy completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.getOut().print(AutoComplete.bash("understudy", Main.commandLine()));
        line.getOut().flush();
        return 0;
    }
}
