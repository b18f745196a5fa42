package dev.understudy.server.cli;

import dev.understudy.server.ApiClient;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.login.CredentialCache;
import dev.understudy.server.login.LoopbackReceiver;
import dev.understudy.server.login.SignInRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in at an identity provider, and prints credentials. */
@CommandLine.Command(
        name = "login",
        description = {
            "Sign in at a SAML identity provider, and print credentials of a role as"
                    + " credential_process wants them.",
            "",
            "The provider posts its answer to this machine. The server must take answers sent"
                    + " there: serve --saml-acs http://127.0.0.1:"
                    + LoginCommand.PORT
                    + "/saml.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "In ~/.aws/config:",
            "  [profile dev]",
            "  credential_process = understudy login --idp test --role"
                    + " arn:aws:iam::111122223333:role/dev --sign-in-url"
                    + " https://localhost:4610/saml/login"
        })
final class LoginCommand implements Callable<Integer> {
    /** The port that answers come to where none is given. */
    static final int PORT = 4602;

    private static final Pattern ROLE = Pattern.compile("(arn:[a-z-]+:iam::[0-9]{12}):role/.+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final int MOST_MINUTES = 60;

    @CommandLine.Option(
            names = "--idp",
            paramLabel = "NAME",
            required = true,
            description = "the SAML provider in the role's account")
    private String idp = "";

    @CommandLine.Option(
            names = "--role",
            paramLabel = "ARN",
            required = true,
            description = "the role")
    private String role = "";

    @CommandLine.Option(
            names = "--sign-in-url",
            paramLabel = "URL",
            required = true,
            description = "the provider's single sign-on service, as its metadata names it")
    private URI signInUrl = URI.create("");

    @CommandLine.Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "how long the credentials are to last (an hour)")
    private @Nullable Integer duration;

    @CommandLine.Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where the answer is waited for (" + PORT + ")")
    private int port = PORT;

    @CommandLine.Option(
            names = "--wait",
            paramLabel = "MINUTES",
            description = "how long it is waited for (5)")
    private int minutes = 5;

    @CommandLine.Option(names = "--no-browser", description = "only print where to sign in")
    private boolean noBrowser;

    @CommandLine.Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "where credentials are kept until shortly before they end")
    private @Nullable Path cache;

    @CommandLine.Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "where the server is (http://127.0.0.1:4600)")
    private URI endpoint = URI.create("http://127.0.0.1:4600");

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String provider = provider();
        checkOptions();
        List<String> words = List.of(endpoint.toString(), role, provider, String.valueOf(duration));
        CredentialCache kept = new CredentialCache(cache == null ? cacheFolder() : cache);
        String found = kept.find(words, clock.instant());
        if (found != null) {
            return print(found);
        }
        String response = response();
        if (response == null) {
            return failed("nobody signed in within " + minutes + " minutes");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("RoleArn", role);
        parameters.put("PrincipalArn", provider);
        parameters.put("SAMLAssertion", response);
        if (duration != null) {
            parameters.put("DurationSeconds", duration.toString());
        }
        ApiClient.Reply reply =
                new ApiClient(endpoint, clock).call(null, "sts", "AssumeRoleWithSAML", parameters);
        if (!reply.ok()) {
            return failed(reply.text("Code") + ": " + reply.text("Message"));
        }
        String json = json(reply);
        kept.keep(words, json);
        return print(json);
    }

    private void checkOptions() {
        if (signInUrl.getHost() == null
                || !("https".equals(signInUrl.getScheme()) || "http".equals(signInUrl.getScheme()))
                || signInUrl.getRawFragment() != null) {
            throw new ConfigProblem(
                    "`--sign-in-url` must be a URL like https://id.example.org/sso");
        }
        if (port < 0 || port > 65_535) {
            throw new ConfigProblem("`--port` must be between 0 and 65535");
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ConfigProblem("`--wait` must be between 1 and " + MOST_MINUTES);
        }
    }

    private String provider() {
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            throw new ConfigProblem("`--role` must be an ARN of a role");
        }
        if (!NAME.matcher(idp).matches()) {
            throw new ConfigProblem("`--idp` must be the name of a SAML provider");
        }
        return arn.group(1) + ":saml-provider/" + idp;
    }

    private @Nullable String response() throws IOException, InterruptedException {
        try (LoopbackReceiver receiver = LoopbackReceiver.open(port)) {
            SignInRequest request =
                    SignInRequest.of(
                            signInUrl, receiver.url(), clock.instant(), new SecureRandom());
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            err.println("sign in at: " + request.url());
            err.flush();
            if (!noBrowser) {
                open(request.url());
            }
            return receiver.await(request.relayState(), Duration.ofMinutes(minutes));
        } catch (BindException taken) {
            throw new ConfigProblem(
                    "cannot listen on port " + port + ": give another with `--port`");
        }
    }

    /** Whoever has no browser here can open the printed address in another. */
    private static void open(URI url) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", url.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchProgram) {
            // The address was printed.
        }
    }

    private static String json(ApiClient.Reply reply) {
        ApiClient.Credentials credentials = reply.credentials();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Version", 1);
        json.put("AccessKeyId", credentials.accessKeyId());
        json.put("SecretAccessKey", credentials.secret());
        json.put("SessionToken", String.valueOf(credentials.token()));
        json.put("Expiration", reply.text("Expiration"));
        return new JsonMapper().writeValueAsString(json);
    }

    private int print(String json) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json);
        out.flush();
        return 0;
    }

    private int failed(String message) {
        Objects.requireNonNull(spec).commandLine().getErr().println("understudy: " + message);
        return Main.FAILED;
    }

    private static Path cacheFolder() {
        String base = System.getenv("XDG_CACHE_HOME");
        Path caches =
                base == null || base.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(base);
        return caches.resolve("understudy").resolve("login");
    }
}
