package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.util.Objects;

/** A test identity provider, on the command line. */
@CommandLine.Command(
        name = "idp",
        description = {
            "A test identity provider: makes id tokens as well-known providers make them, and SAML"
                    + " responses, good ones and ones broken on purpose.",
            "",
            "For development only: whoever can run or reach it can be anybody, wherever it is"
                    + " trusted.",
            ""
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            IdpTokenCommand.class,
            IdpKeysCommand.class,
            IdpRotateCommand.class,
            IdpServeCommand.class,
            IdpSamlCommand.class
        })
final class IdpCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say `idp token`, `idp saml`, `idp keys`, `idp rotate` or `idp serve`");
    }
}
