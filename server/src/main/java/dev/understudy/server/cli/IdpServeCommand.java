package dev.understudy.server.cli;

import dev.understudy.idp.Authority;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Serves the test identity provider, and stays. */
@CommandLine.Command(
        name = "serve",
        description = {
            "Serve the discovery document, the keys and tokens on the loopback address, over HTTPS,"
                    + " with a certificate of an authority of its own.",
            "",
            "For development only: whoever can reach it can be anybody, wherever it is trusted.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IdpServeCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where to listen (" + IdpOptions.PORT + "); 0 for any that is free")
    private int port = IdpOptions.PORT;

    @CommandLine.Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "who it says it is (" + IdpOptions.ISSUER + "); its path is served")
    private String issuer = IdpOptions.ISSUER;

    @CommandLine.Mixin private IdpOptions options = new IdpOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ConfigProblem("`--port` must be between 0 and 65535");
        }
        TestIdentityProvider provider = IdpOptions.orProblem(this::started);
        announce(provider, Objects.requireNonNull(spec).commandLine().getOut());
        ServeCommand.untilStopped(provider::close);
        return 0;
    }

    private TestIdentityProvider started() throws IOException {
        TestIdentityProvider.Builder builder =
                options.builder()
                        .issuer(IdpOptions.issuer(issuer))
                        .authority(Authority.in(options.folder()));
        try {
            return builder.serve(port);
        } catch (java.net.BindException taken) {
            throw new ConfigProblem(
                    "cannot listen on port "
                            + port
                            + " ("
                            + taken.getMessage()
                            + "): give another with `--port`");
        }
    }

    private void announce(TestIdentityProvider provider, PrintWriter out) {
        String url = provider.issuer();
        boolean found = url.startsWith(String.valueOf(provider.url()));
        out.println("ready: test identity provider " + url + " at " + provider.url());
        out.println(
                "for development only: whoever can reach it can be anybody, wherever it is"
                        + " trusted");
        out.println("its certificate is of " + options.folder().resolve("ca.pem"));
        out.println();
        out.println("register it:");
        out.println(
                "  aws iam create-open-id-connect-provider --url "
                        + url
                        + " --client-id-list sts.amazonaws.com --thumbprint-list "
                        + provider.authority().thumbprint());
        out.println(
                found
                        ? "or give the server its keys, in a file for serve --config:"
                        : "give the server its keys, which it would look for at port 443 of the"
                                + " issuer, in a file for serve --config:");
        out.println("  ./understudy idp keys --issuer " + url + " > idp.yaml");
        out.println("be somebody:");
        out.println(
                "  ./understudy idp token --issuer "
                        + url
                        + " --subject bob --audience sts.amazonaws.com > token");
        out.println(
                "  aws sts assume-role-with-web-identity --role-arn"
                        + " arn:aws:iam::ACCOUNT:role/ROLE --role-session-name bob"
                        + " --web-identity-token file://token");
        out.flush();
    }
}
