package dev.understudy.server.cli;

import dev.understudy.server.ApiClient;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.login.CredentialCache;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
            "Sign in at an identity provider, and print credentials of a role as"
                    + " credential_process wants them.",
            "",
            "The provider's answer comes to this machine. By SAML it is posted, and the server must"
                    + " take answers sent there: serve --saml-acs http://127.0.0.1:"
                    + LoginCommand.PORT
                    + "/saml. By OpenID Connect it is a code, redeemed from here: the client's"
                    + " redirect URI at the provider is http://127.0.0.1/callback, with any port.",
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
                    + " https://localhost:4610/saml/login",
            "or",
            "  credential_process = understudy login --issuer https://id.example.org --client-id"
                    + " understudy --role arn:aws:iam::111122223333:role/dev"
        })
final class LoginCommand implements Callable<Integer> {
    /** The port that answers come to where none is given. */
    static final int PORT = 4602;

    private static final Pattern ROLE = Pattern.compile("(arn:[a-z-]+:iam::[0-9]{12}):role/.+");
    private static final int MOST_MINUTES = 60;

    @CommandLine.Option(
            names = "--role",
            paramLabel = "ARN",
            required = true,
            description = "the role")
    private String role = "";

    @CommandLine.ArgGroup(exclusive = true, multiplicity = "1")
    private Ways ways = new Ways();

    /** One of these. */
    static final class Ways {
        @CommandLine.ArgGroup(
                exclusive = false,
                multiplicity = "1",
                heading = "%nAt a SAML provider:%n")
        private @Nullable LoginBySaml saml;

        @CommandLine.ArgGroup(
                exclusive = false,
                multiplicity = "1",
                heading = "%nAt an OpenID Connect provider:%n")
        private @Nullable LoginByOidc oidc;

        LoginWay chosen() {
            return saml == null ? Objects.requireNonNull(oidc) : saml;
        }
    }

    @CommandLine.Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "how long the credentials are to last (an hour)")
    private @Nullable Integer duration;

    @CommandLine.Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "where the answer is waited for (" + PORT + "; for OpenID Connect any free)")
    private @Nullable Integer port;

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
        LoginWay way = ways.chosen();
        String account = account();
        checkOptions();
        way.check();
        List<String> words = new ArrayList<>(List.of(endpoint.toString(), role));
        words.addAll(way.words(account));
        words.add(String.valueOf(duration));
        CredentialCache kept = new CredentialCache(cache == null ? cacheFolder() : cache);
        String found = kept.find(words, clock.instant());
        if (found != null) {
            return print(found);
        }
        try {
            Map<String, String> proof = proof(way, account);
            if (proof == null) {
                return failed("nobody signed in within " + minutes + " minutes");
            }
            ApiClient.Reply reply = assume(way, proof);
            if (!reply.ok()) {
                return failed(reply.text("Code") + ": " + reply.text("Message"));
            }
            String json = json(reply);
            kept.keep(words, json);
            return print(json);
        } catch (LoginWay.NotSignedIn refused) {
            return failed(String.valueOf(refused.getMessage()));
        }
    }

    private ApiClient.Reply assume(LoginWay way, Map<String, String> proof) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(proof);
        parameters.put("RoleArn", role);
        if (duration != null) {
            parameters.put("DurationSeconds", duration.toString());
        }
        return new ApiClient(endpoint, clock).call(null, "sts", way.operation(), parameters);
    }

    private void checkOptions() {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ConfigProblem("`--port` must be between 0 and 65535");
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ConfigProblem("`--wait` must be between 1 and " + MOST_MINUTES);
        }
    }

    private String account() {
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            throw new ConfigProblem("`--role` must be an ARN of a role");
        }
        return arn.group(1);
    }

    private @Nullable Map<String, String> proof(LoginWay way, String account)
            throws IOException, InterruptedException, LoginWay.NotSignedIn {
        int at = port == null ? way.port() : port;
        try {
            return way.signIn(account, at, Duration.ofMinutes(minutes), this::show);
        } catch (BindException taken) {
            throw new ConfigProblem("cannot listen on port " + at + ": give another with `--port`");
        }
    }

    private void show(URI url) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("sign in at: " + url);
        err.flush();
        if (!noBrowser) {
            open(url);
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
