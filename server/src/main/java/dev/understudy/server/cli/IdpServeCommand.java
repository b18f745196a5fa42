package dev.understudy.server.cli;

import dev.understudy.idp.Authority;
import dev.understudy.idp.SamlUser;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String ACS = "http://127.0.0.1:" + ServerConfig.DEFAULT_PORT + "/saml";

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

    @CommandLine.Option(
            names = "--user",
            paramLabel = "NAME=ROLEARN,PROVIDERARN",
            description =
                    "somebody whom the sign-in pages offer to be, by SAML with this role; a name"
                            + " given again has one more")
    private List<String> users = new ArrayList<>();

    @CommandLine.Option(
            names = "--acs",
            paramLabel = "URL",
            description = "where SAML responses may be sent besides this machine (" + ACS + ")")
    private List<String> consumers = new ArrayList<>();

    @CommandLine.Mixin private IdpClientOptions clients = new IdpClientOptions();

    @CommandLine.Mixin private IdpSamlOptions saml = new IdpSamlOptions();

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
        List<SamlUser> offered = users();
        TestIdentityProvider.Builder builder =
                saml.options()
                        .builder()
                        .issuer(IdpOptions.issuer(issuer))
                        .authority(Authority.in(saml.options().folder()))
                        .saml(
                                saml.provider(),
                                offered,
                                consumers.isEmpty() ? List.of(ACS) : consumers)
                        .clients(clients.read(), offered.stream().map(SamlUser::name).toList());
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

    /** Where the issuer is that has no port in its URL. */
    private static String place(String issuer, TestIdentityProvider provider) {
        return URI.create(issuer).getHost()
                + "=127.0.0.1:"
                + Objects.requireNonNull(provider.url()).getPort();
    }

    private List<SamlUser> users() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (String user : users) {
            int equals = user.indexOf('=');
            if (equals < 1) {
                throw new ConfigProblem(
                        "`--user` is `" + user + "`, and must be NAME=ROLEARN,PROVIDERARN");
            }
            roles.computeIfAbsent(user.substring(0, equals), name -> new ArrayList<>())
                    .add(user.substring(equals + 1));
        }
        return roles.entrySet().stream()
                .map(user -> new SamlUser(user.getKey(), user.getValue()))
                .toList();
    }

    private void announce(TestIdentityProvider provider, PrintWriter out) {
        String url = provider.issuer();
        boolean found = url.startsWith(String.valueOf(provider.url()));
        out.println("ready: test identity provider " + url + " at " + provider.url());
        out.println(
                "for development only: whoever can reach it can be anybody, wherever it is"
                        + " trusted");
        out.println("its certificate is of " + saml.options().folder().resolve("ca.pem"));
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
        out.println(
                "sign in by OpenID Connect, as anybody: ./understudy login --issuer "
                        + url
                        + " --client-id "
                        + clients.read().getFirst().id()
                        + " --role arn:aws:iam::ACCOUNT:role/ROLE --ca-file "
                        + saml.options().folder().resolve("ca.pem")
                        + " --idp-allow-network 127.0.0.0/8"
                        + (found ? "" : " --idp-address " + place(url, provider)));
        out.println(
                "sign in by SAML, as a user given with --user: " + provider.url() + "/saml/login");
        out.println("its metadata: " + provider.url() + "/saml/metadata");
        out.flush();
    }
}
