package dev.understudy.server.cli;

import dev.understudy.federation.KeySource;
import dev.understudy.policy.PolicyKind;
import dev.understudy.server.ApiClient;
import dev.understudy.server.check.PolicyFiles;
import dev.understudy.server.check.Question;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.issuers.AddressRules;
import dev.understudy.server.issuers.FetchedKeys;
import dev.understudy.server.trust.TrustCall;
import dev.understudy.server.trust.TrustInputs;
import dev.understudy.server.trust.TrustJson;
import dev.understudy.server.trust.TrustQuestion;
import dev.understudy.server.trust.TrustReport;
import dev.understudy.server.trust.TrustText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Says why somebody may, or may not, assume a role. */
@CommandLine.Command(
        name = "trust",
        description = "Say why somebody may, or may not, assume a role.",
        mixinStandardHelpOptions = true,
        subcommands = TrustCommand.Explain.class)
final class TrustCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say `trust explain`");
    }

    /** Prints what a token proves, and the trust policy condition by condition. */
    @CommandLine.Command(
            name = "explain",
            description = {
                "Print what a token proves or fails to prove, and what the role's trust policy says"
                        + " of it, condition by condition. The token itself is never printed.",
                "",
                "With --trust-policy by files alone. Without, by the role and the providers of the"
                        + " running server, which are read by signed calls: the caller must be"
                        + " allowed iam:GetRole, iam:GetOpenIDConnectProvider or"
                        + " iam:GetSAMLProvider, and with --as"
                        + " iam:GetAccountAuthorizationDetails.",
                ""
            },
            mixinStandardHelpOptions = true,
            sortOptions = false,
            exitCodeOnExecutionException = CheckCommand.FAILED,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:would be admitted",
                "1:would not be admitted",
                "2:could not say: something that decides was not checked, or was not understood"
            })
    static final class Explain implements Callable<Integer> {
        private static final String SESSION_NAME = "[a-zA-Z_0-9+=,.@-]{2,64}";

        @CommandLine.Option(
                names = "--role",
                required = true,
                paramLabel = "ARN",
                description = "the role to be assumed")
        private String role = "";

        @CommandLine.Option(
                names = "--token",
                paramLabel = "FILE",
                description = "an OpenID Connect id token")
        private @Nullable Path token;

        @CommandLine.Option(
                names = "--saml",
                paramLabel = "FILE",
                description = "a SAML response in base64")
        private @Nullable Path saml;

        @CommandLine.Option(
                names = "--as",
                paramLabel = "ARN",
                description = "a user, role session or service that calls AssumeRole")
        private @Nullable String as;

        @CommandLine.Option(
                names = "--session-name",
                paramLabel = "NAME",
                description = "the name of the session (explain); an assertion says its own")
        private String sessionName = "explain";

        @CommandLine.Option(
                names = "--external-id",
                paramLabel = "ID",
                description = "with --as: sts:ExternalId")
        private @Nullable String externalId;

        @CommandLine.Option(
                names = "--tag",
                arity = "1..*",
                paramLabel = "KEY=VALUE",
                description = "with --as: session tags")
        private List<String> tags = new ArrayList<>();

        @CommandLine.Option(
                names = "--source-identity",
                paramLabel = "NAME",
                description = "with --as: sts:SourceIdentity")
        private @Nullable String sourceIdentity;

        @CommandLine.Option(
                names = "--policy",
                arity = "1..*",
                paramLabel = "FILE",
                description = "with --as and --trust-policy: the caller's own policies")
        private List<Path> policies = new ArrayList<>();

        @CommandLine.Option(
                names = "--trust-policy",
                paramLabel = "FILE",
                description = "the role's trust policy: no server is asked")
        private @Nullable Path trustPolicy;

        @CommandLine.Option(
                names = "--client-id",
                arity = "1..*",
                paramLabel = "ID",
                description = "with --trust-policy: whom the provider's tokens may be for")
        private List<String> clientIds = new ArrayList<>();

        @CommandLine.Option(
                names = "--jwks",
                paramLabel = "FILE",
                description = "the issuer's public keys (fetched from the issuer)")
        private @Nullable Path jwks;

        @CommandLine.Option(
                names = "--no-verify",
                description = "do not check the id token's signature; the answer says so")
        private boolean noVerify;

        @CommandLine.Option(
                names = "--metadata",
                paramLabel = "FILE",
                description = "with --trust-policy: the SAML provider's metadata")
        private @Nullable Path metadata;

        @CommandLine.Option(
                names = "--provider",
                paramLabel = "ARN",
                description = "the SAML provider, where the trust policy does not name just one")
        private @Nullable String provider;

        @CommandLine.Option(
                names = "--private-key",
                paramLabel = "FILE",
                description = "in PEM: opens encrypted assertions; no server gives it away")
        private @Nullable Path privateKey;

        @CommandLine.Option(
                names = "--context",
                arity = "1..*",
                paramLabel = "KEY=VALUE",
                description = "more condition keys of the call, like aws:SourceIp")
        private List<String> context = new ArrayList<>();

        @CommandLine.Option(
                names = "--now",
                paramLabel = "TIME",
                description = "the time of the call, like 2026-01-15T12:00:00Z (now)")
        private @Nullable String now;

        @CommandLine.Option(names = "--json", description = "print the report as JSON")
        private boolean json;

        @CommandLine.Mixin private ClientOptions options = new ClientOptions();

        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            try {
                TrustReport report = report();
                PrintWriter out = line.getOut();
                out.println(
                        json
                                ? TrustJson.of(report)
                                : TrustText.of(report, Terminal.style()).stripTrailing());
                out.flush();
                return switch (report.verdict()) {
                    case ADMITTED -> CheckCommand.ALLOWED;
                    case REFUSED -> CheckCommand.DENIED;
                    case UNKNOWN -> CheckCommand.FAILED;
                };
            } catch (IOException failure) {
                line.getErr().println("understudy: " + failure.getMessage());
                return CheckCommand.FAILED;
            }
        }

        private TrustReport report() throws IOException {
            if (Stream.of(token, saml, as).filter(Objects::nonNull).count() != 1) {
                throw new ConfigProblem("say one of --token, --saml and --as");
            }
            if (!sessionName.matches(SESSION_NAME)) {
                throw new ConfigProblem(
                        "`--session-name` is `" + sessionName + "`, and must be " + SESSION_NAME);
            }
            TrustQuestion question =
                    new TrustQuestion(
                            TrustQuestion.role(role),
                            new TrustInputs(
                                    jwks, noVerify, clientIds, metadata, provider, privateKey),
                            Question.keys(context),
                            time());
            if (trustPolicy != null) {
                return byFiles(question, trustPolicy);
            }
            try (FetchedKeys fetched = FetchedKeys.by(AddressRules.PUBLIC)) {
                return byServer(question, fetched);
            }
        }

        private TrustReport byFiles(TrustQuestion question, Path trust) {
            if (token != null) {
                return question.token(TrustInputs.text(token).strip(), sessionName, trust);
            }
            if (saml != null) {
                return question.response(TrustInputs.text(saml).strip(), trust);
            }
            return question.signed(
                    Objects.requireNonNull(as),
                    tagged(),
                    trust,
                    PolicyFiles.read(policies, PolicyKind.IDENTITY));
        }

        private TrustReport byServer(TrustQuestion question, KeySource source) throws IOException {
            TrustQuestion.ByServer server =
                    new TrustQuestion.ByServer(
                            new ApiClient(options.endpoint(), InstantSource.system()),
                            LocalKeys.find(options.data(), options.account(), options.user()),
                            source);
            if (token != null) {
                return question.token(TrustInputs.text(token).strip(), sessionName, server);
            }
            return saml != null
                    ? question.response(TrustInputs.text(saml).strip(), server)
                    : question.signed(Objects.requireNonNull(as), tagged(), server);
        }

        private TrustCall tagged() {
            Map<String, String> read = new LinkedHashMap<>();
            for (String tag : tags) {
                int equals = tag.indexOf('=');
                if (equals < 1) {
                    throw new ConfigProblem("`--tag` is `" + tag + "`, and must be like team=blue");
                }
                read.put(tag.substring(0, equals), tag.substring(equals + 1));
            }
            return new TrustCall(sessionName, externalId, sourceIdentity, read);
        }

        private Instant time() {
            try {
                return now == null
                        ? InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS)
                        : OffsetDateTime.parse(now).toInstant();
            } catch (DateTimeException none) {
                throw new ConfigProblem(
                        "`--now` is `" + now + "`, and must be like 2026-01-15T12:00:00Z");
            }
        }
    }
}
