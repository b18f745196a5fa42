package dev.understudy.server.cli;

import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.login.LoopbackReceiver;
import dev.understudy.server.login.SignInRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** By SAML: the provider posts a response to this machine. */
final class LoginBySaml implements LoginWay {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @Option(
            names = "--idp",
            paramLabel = "NAME",
            required = true,
            description = "the SAML provider in the role's account")
    private String idp = "";

    @Option(
            names = "--sign-in-url",
            paramLabel = "URL",
            required = true,
            description = "its single sign-on service, as its metadata names it")
    private URI signInUrl = URI.create("");

    @Override
    public void check() {
        if (!NAME.matcher(idp).matches()) {
            throw new ConfigProblem("`--idp` must be the name of a SAML provider");
        }
        if (signInUrl.getHost() == null
                || !("https".equals(signInUrl.getScheme()) || "http".equals(signInUrl.getScheme()))
                || signInUrl.getRawFragment() != null) {
            throw new ConfigProblem(
                    "`--sign-in-url` must be a URL like https://id.example.org/sso");
        }
    }

    @Override
    public List<String> words(String account) {
        return List.of(provider(account));
    }

    private String provider(String account) {
        return account + ":saml-provider/" + idp;
    }

    @Override
    public String operation() {
        return "AssumeRoleWithSAML";
    }

    @Override
    public int port() {
        return LoginCommand.PORT;
    }

    @Override
    public @Nullable Map<String, String> signIn(
            String account, int port, Duration atMost, Consumer<URI> browser)
            throws IOException, InterruptedException {
        try (LoopbackReceiver receiver =
                LoopbackReceiver.open(LoopbackReceiver.Binding.SAML, port)) {
            Instant now = InstantSource.system().instant();
            SignInRequest request =
                    SignInRequest.of(signInUrl, receiver.url(), now, new SecureRandom());
            browser.accept(request.url());
            Map<String, String> answer = receiver.await(request.relayState(), atMost);
            return answer == null
                    ? null
                    : Map.of(
                            "PrincipalArn",
                            provider(account),
                            "SAMLAssertion",
                            answer.getOrDefault("SAMLResponse", ""));
        }
    }
}
