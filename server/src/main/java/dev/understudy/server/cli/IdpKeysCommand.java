package dev.understudy.server.cli;

import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints the public keys. */
@CommandLine.Command(
        name = "keys",
        description = {
            "Print the public keys, as JWKS.",
            "",
            "With --like or --issuer as the lines of a configuration file for serve --config, so"
                    + " that the server trusts them without a route to the issuer.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IdpKeysCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--like",
            paramLabel = "PROVIDER",
            completionCandidates = IdpTokenCommand.Likes.class,
            description = "the lines for this issuer: ${COMPLETION-CANDIDATES}")
    private @Nullable String like;

    @CommandLine.Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "the lines for this issuer")
    private @Nullable String issuer;

    @CommandLine.Mixin private IdpOptions options = new IdpOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Like shape = like == null ? null : IdpOptions.named("provider", like, Like.values());
        String url =
                issuer != null ? IdpOptions.issuer(issuer) : shape == null ? null : shape.issuer();
        TestIdentityProvider provider = options.provider(url == null ? Like.GITHUB.issuer() : url);
        String keys = IdpOptions.orProblem(provider::keySet);
        JsonMapper mapper = new JsonMapper();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (url == null) {
            out.println(
                    mapper.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(mapper.readTree(keys)));
        } else {
            out.println("oidcIssuers:");
            out.println("  - url: " + mapper.writeValueAsString(url));
            out.println("    jwks: " + mapper.readTree(keys));
        }
        out.flush();
        return 0;
    }
}
