package dev.understudy.server.cli;

import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Prints one response. */
@CommandLine.Command(
        name = "response",
        description = {
            "Print one signed response, in base64, as --saml-assertion wants it.",
            "",
            "It is good for five minutes, and once.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  understudy idp saml response --role arn:aws:iam::111122223333:role/dev --provider"
                    + " arn:aws:iam::111122223333:saml-provider/test > response",
            "  aws sts assume-role-with-saml --role-arn arn:aws:iam::111122223333:role/dev"
                    + " --principal-arn arn:aws:iam::111122223333:saml-provider/test"
                    + " --saml-assertion file://response"
        })
final class IdpSamlResponseCommand implements Callable<Integer> {
    /** For completion. */
    static final class FaultNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FaultNames() {
            super(IdpOptions.names(SamlFault.values()));
        }
    }

    @CommandLine.Option(
            names = "--role",
            paramLabel = "ARN",
            required = true,
            description = "a role that it gives; several may be given")
    private List<String> roles = new ArrayList<>();

    @CommandLine.Option(
            names = "--provider",
            paramLabel = "ARN",
            required = true,
            description = "the provider in IAM; one for all roles, or one for each in their order")
    private List<String> providers = new ArrayList<>();

    @CommandLine.Option(names = "--subject", paramLabel = "NAME", description = "about whom (bob)")
    private String subject = "bob";

    @CommandLine.Option(
            names = "--session-name",
            paramLabel = "NAME",
            description = "name of the role session (the subject)")
    private @Nullable String sessionName;

    @CommandLine.Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "the most that a session may last")
    private @Nullable Integer duration;

    @CommandLine.Option(names = "--tag", paramLabel = "KEY=VALUE", description = "a session tag")
    private Map<String, String> tags = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--transitive",
            paramLabel = "KEY",
            description = "the key of a tag that follows into chained sessions")
    private List<String> transitive = new ArrayList<>();

    @CommandLine.Option(
            names = "--source-identity",
            paramLabel = "NAME",
            description = "source identity of the session")
    private @Nullable String sourceIdentity;

    @CommandLine.Option(
            names = "--audience",
            paramLabel = "URI",
            description = "for whom (" + SamlLogin.AWS_AUDIENCE + ")")
    private String audience = SamlLogin.AWS_AUDIENCE;

    @CommandLine.Option(
            names = "--recipient",
            paramLabel = "URL",
            description = "sent where (" + SamlLogin.AWS_RECIPIENT + ")")
    private String recipient = SamlLogin.AWS_RECIPIENT;

    @CommandLine.Option(
            names = "--fault",
            paramLabel = "FAULT",
            completionCandidates = FaultNames.class,
            description = "broken on purpose: ${COMPLETION-CANDIDATES}")
    private @Nullable String fault;

    @CommandLine.Option(names = "--xml", description = "print the document, not base64")
    private boolean xml;

    @CommandLine.Mixin private IdpSamlOptions options = new IdpSamlOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SamlFault broken =
                fault == null ? null : IdpOptions.named("fault", fault, SamlFault.values());
        SamlLogin login = login(InstantSource.system().instant());
        SamlIdentityProvider provider = options.provider();
        String document = broken == null ? provider.xml(login) : provider.xml(login, broken);
        String printed = xml ? document : SamlIdentityProvider.base64(document);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (Terminal.isTerminal()) {
            out.println(printed);
        } else {
            // The AWS CLI sends the file as it is.
            out.print(printed);
        }
        out.flush();
        return 0;
    }

    private SamlLogin login(Instant now) {
        if (providers.size() != 1 && providers.size() != roles.size()) {
            throw new ConfigProblem("give one `--provider`, or one for each `--role`");
        }
        SamlLogin login =
                SamlLogin.of(subject, sessionName == null ? subject : sessionName, now)
                        .audience(audience)
                        .recipient(recipient)
                        .transitive(transitive.toArray(String[]::new));
        for (int i = 0; i < roles.size(); i++) {
            login = login.role(roles.get(i), providers.get(providers.size() == 1 ? 0 : i));
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            login = login.tag(tag.getKey(), tag.getValue());
        }
        login = duration == null ? login : login.sessionDuration(duration);
        return sourceIdentity == null ? login : login.sourceIdentity(sourceIdentity);
    }
}
