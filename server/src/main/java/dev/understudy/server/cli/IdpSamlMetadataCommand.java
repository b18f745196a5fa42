package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints the metadata. */
@CommandLine.Command(
        name = "metadata",
        description = {
            "Print the metadata, as create-saml-provider wants it.",
            "",
            "Whoever can run this can be anybody at a provider in IAM that is made of it.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  understudy idp saml metadata > metadata.xml",
            "  aws iam create-saml-provider --name test --saml-metadata-document"
                    + " file://metadata.xml"
        })
final class IdpSamlMetadataCommand implements Callable<Integer> {
    private static final String SIGN_IN = "https://localhost:" + IdpOptions.PORT + "/saml/login";

    @CommandLine.Option(
            names = "--sign-in-url",
            paramLabel = "URL",
            description = "where people sign in (" + SIGN_IN + ", where idp serve has its page)")
    private String signInUrl = SIGN_IN;

    @CommandLine.Mixin private IdpSamlOptions options = new IdpSamlOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.provider().metadata(null, signInUrl));
        out.flush();
        return 0;
    }
}
