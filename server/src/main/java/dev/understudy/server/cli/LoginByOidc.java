package dev.understudy.server.cli;

import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.issuers.AddressRules;
import dev.understudy.server.issuers.FetchProblem;
import dev.understudy.server.issuers.SignInProviders;
import dev.understudy.server.login.LoopbackReceiver;
import dev.understudy.server.oidc.CodeFlow;
import dev.understudy.server.oidc.CodeRequest;
import dev.understudy.server.oidc.OidcClient;
import dev.understudy.server.oidc.SessionName;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** By OpenID Connect: the provider sends a code to this machine, which is redeemed from here. */
final class LoginByOidc implements LoginWay {
    @Option(
            names = "--issuer",
            paramLabel = "URL",
            required = true,
            description = "the OpenID Connect provider, as it is registered in the role's account")
    private String issuer = "";

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            required = true,
            description = "the client that this command is at the provider")
    private String clientId = "";

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "holds the client's secret, where the provider wants one")
    private @Nullable Path secretFile;

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "what is asked for (" + OidcClient.SCOPE + ")")
    private String scope = OidcClient.SCOPE;

    @Option(
            names = "--session-name",
            paramLabel = "NAME",
            description = "what the role session is called (the token's email, name or subject)")
    private @Nullable String sessionName;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "certificates that vouch for the provider's server (the platform's)")
    private @Nullable Path authorities;

    @Option(
            names = "--idp-allow-network",
            paramLabel = "CIDR[,CIDR]",
            description = "private networks that the provider may be in")
    private String networks = "";

    @Option(
            names = "--idp-address",
            paramLabel = "HOST=ADDRESS:PORT[,...]",
            description = "where the provider is that the URL in IAM, without a port, hides")
    private String places = "";

    @Override
    public void check() {
        URI url = issuer.matches("https://[!-~]+") ? parsed() : null;
        if (url == null
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new ConfigProblem("`--issuer` must be a URL like https://id.example.org");
        }
        if (clientId.isBlank()) {
            throw new ConfigProblem("`--client-id` must be a client's id");
        }
        if (!Arrays.asList(scope.split(" ")).contains("openid")) {
            throw new ConfigProblem("`--scope` must contain openid");
        }
        if (sessionName != null && !sessionName.matches("[A-Za-z0-9_+=,.@-]{2,64}")) {
            throw new ConfigProblem(
                    "`--session-name` must have 2 to 64 letters, digits and _+=,.@-");
        }
        rules();
    }

    private @Nullable URI parsed() {
        try {
            return URI.create(issuer);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private AddressRules rules() {
        try {
            return AddressRules.allowing(networks).withPlaces(places);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigProblem(
                    "`--idp-allow-network` must be CIDR blocks, `--idp-address` HOST=ADDRESS:PORT: "
                            + malformed.getMessage());
        }
    }

    @Override
    public List<String> words(String account) {
        return List.of(issuer, clientId, scope, String.valueOf(sessionName));
    }

    @Override
    public String operation() {
        return "AssumeRoleWithWebIdentity";
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public @Nullable Map<String, String> signIn(
            String account, int port, Duration atMost, Consumer<URI> browser)
            throws IOException, InterruptedException, NotSignedIn {
        OidcClient client = new OidcClient(issuer, clientId, secret(), scope);
        try (SignInProviders providers = providers();
                LoopbackReceiver receiver =
                        LoopbackReceiver.open(LoopbackReceiver.Binding.CODE, port)) {
            CodeFlow flow = new CodeFlow(providers, client, List.of(), receiver.url());
            CodeRequest request = CodeRequest.of(new SecureRandom());
            browser.accept(URI.create(flow.start(request)));
            Map<String, String> answer = receiver.await(request.state(), atMost);
            return answer == null ? null : parameters(flow.end(request, answer));
        } catch (FetchProblem problem) {
            throw new NotSignedIn("no sign-in at " + issuer + ": " + problem.getMessage());
        }
    }

    private Map<String, String> parameters(CodeFlow.Outcome outcome) throws NotSignedIn {
        return switch (outcome) {
            case CodeFlow.Outcome.Refused refused -> throw new NotSignedIn(refused.message());
            case CodeFlow.Outcome.Token token ->
                    Map.of(
                            "WebIdentityToken",
                            token.text(),
                            "RoleSessionName",
                            sessionName == null ? SessionName.of(token.token()) : sessionName);
        };
    }

    private SignInProviders providers() {
        if (authorities == null) {
            return SignInProviders.by(rules());
        }
        try {
            return SignInProviders.by(rules(), authorities);
        } catch (IOException unusable) {
            throw new ConfigProblem("cannot use `--ca-file`: " + unusable.getMessage());
        }
    }

    private @Nullable String secret() {
        if (secretFile == null) {
            return null;
        }
        try {
            String secret = Files.readString(secretFile).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // falls through to the message for all that holds no secret
        }
        throw new ConfigProblem("`--client-secret-file` " + secretFile + " holds no secret");
    }
}
