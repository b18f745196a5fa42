package dev.understudy.server.cli;

import dev.understudy.idp.Algorithm;
import dev.understudy.idp.Flaw;
import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints one token. */
@CommandLine.Command(
        name = "token",
        description = {
            "Print one id token, as the file of AWS_WEB_IDENTITY_TOKEN_FILE is to hold it.",
            "",
            "With --like it has the claims of that provider, and its issuer. The provider in IAM"
                    + " must be told the keys (idp keys) or reach them (idp serve).",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  understudy idp token --like github --subject"
                    + " repo:octo-org/octo-repo:environment:prod",
            "  understudy idp token --like kubernetes --subject system:serviceaccount:shop:web"
                    + " --flaw expired"
        })
final class IdpTokenCommand implements Callable<Integer> {
    private static final Duration MOST = Duration.ofDays(365);

    /** For completion. */
    static final class Likes extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Likes() {
            super(IdpOptions.names(Like.values()));
        }
    }

    /** For completion. */
    static final class Flaws extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Flaws() {
            super(IdpOptions.names(Flaw.values()));
        }
    }

    @CommandLine.Option(
            names = "--like",
            paramLabel = "PROVIDER",
            completionCandidates = Likes.class,
            description = "${COMPLETION-CANDIDATES}; without, the least that AWS asks for")
    private @Nullable String like;

    @CommandLine.Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "who issued it (the provider's own; without --like https://localhost)")
    private @Nullable String issuer;

    @CommandLine.Option(
            names = "--subject",
            paramLabel = "SUB",
            description = "about whom, as the provider writes it; claims that follow from it agree")
    private @Nullable String subject;

    @CommandLine.Option(
            names = "--audience",
            paramLabel = "AUD",
            description = "for whom; several become a list")
    private List<String> audience = new ArrayList<>();

    @CommandLine.Option(
            names = "--claim",
            paramLabel = "NAME=TEXT",
            description = "a claim in the place of the provider's; NAME:=JSON for what is no text")
    private List<String> claims = new ArrayList<>();

    @CommandLine.Option(
            names = "--without",
            paramLabel = "NAME",
            description = "without this claim")
    private List<String> without = new ArrayList<>();

    @CommandLine.Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "a session tag, in the claim that AWS reads")
    private Map<String, String> tags = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--seconds",
            paramLabel = "N",
            description = "how long it is good (as long as the provider's)")
    private @Nullable Integer seconds;

    @CommandLine.Option(
            names = "--algorithm",
            paramLabel = "ALG",
            description = "RS256, RS384, RS512, PS256, ES256, ES384 or ES512 (RS256)")
    private String algorithm = "RS256";

    @CommandLine.Option(
            names = "--flaw",
            paramLabel = "FLAW",
            completionCandidates = Flaws.class,
            description = "broken on purpose: ${COMPLETION-CANDIDATES}")
    private @Nullable String flaw;

    @CommandLine.Option(
            names = "--json",
            description = "print the token, its issuer and its flaw as a JSON object")
    private boolean json;

    @CommandLine.Mixin private IdpOptions options = new IdpOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Flaw broken = flaw == null ? null : IdpOptions.named("flaw", flaw, Flaw.values());
        Like shape = like == null ? null : IdpOptions.named("provider", like, Like.values());
        Token wanted = IdpOptions.orProblem(() -> wanted(shape));
        TestIdentityProvider provider = options.provider(issuer(shape));
        String token =
                IdpOptions.orProblem(() ->
                        broken == null ? provider.token(wanted) : provider.token(wanted, broken));
        print(token, provider.issuer());
        return 0;
    }

    private void print(String token, String from) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            Map<String, Object> printed = new LinkedHashMap<>();
            printed.put("token", token);
            printed.put("issuer", from);
            printed.put("flaw", flaw);
            out.println(new tools.jackson.databind.json.JsonMapper().writeValueAsString(printed));
        } else if (Terminal.isTerminal()) {
            out.println(token);
        } else {
            // Some SDKs send the file as it is, and a token has no line end.
            out.print(token);
        }
        out.flush();
    }

    private String issuer(@Nullable Like shape) {
        if (issuer != null) {
            return IdpOptions.issuer(issuer);
        }
        return shape == null ? IdpOptions.ISSUER : shape.issuer();
    }

    private Token wanted(@Nullable Like shape) {
        Token token =
                shape == null ? plain() : subject == null ? shape.token() : shape.token(subject);
        if (!audience.isEmpty()) {
            token = token.audience(audience.toArray(String[]::new));
        }
        if (seconds != null) {
            if (seconds < 1 || seconds > MOST.toSeconds()) {
                throw new ConfigProblem("`--seconds` must be between 1 and " + MOST.toSeconds());
            }
            token = token.validFor(Duration.ofSeconds(seconds));
        }
        if (!tags.isEmpty()) {
            token = token.sessionTags(tags);
        }
        for (String claim : claims) {
            token = IdpClaims.with(token, claim);
        }
        for (String name : without) {
            token = token.without(name);
        }
        String name = algorithm.toLowerCase(Locale.ROOT);
        return token.algorithm(IdpOptions.named("algorithm", name, Algorithm.values()));
    }

    private Token plain() {
        if (subject == null || audience.isEmpty()) {
            throw new ConfigProblem("without `--like` a token needs `--subject` and `--audience`");
        }
        return Token.of(subject, audience.getFirst());
    }
}
