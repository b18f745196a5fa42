package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.util.Objects;

/** The SAML side of the test identity provider. */
@CommandLine.Command(
        name = "saml",
        description = {
            "SAML: the metadata that a provider in IAM is made of, and signed responses.",
            ""
        },
        mixinStandardHelpOptions = true,
        subcommands = {IdpSamlMetadataCommand.class, IdpSamlResponseCommand.class})
final class IdpSamlCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say `idp saml metadata` or `idp saml response`");
    }
}
