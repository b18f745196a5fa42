package dev.understudy.server.cli;

import dev.understudy.catalog.Judged;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.server.ApiClient;
import dev.understudy.server.check.AccountDetails;
import dev.understudy.server.check.PolicyFiles;
import dev.understudy.server.check.PrincipalReader;
import dev.understudy.server.check.Question;
import dev.understudy.server.check.ServerWorld;
import dev.understudy.server.check.UnknownAction;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Decides whether an access would be allowed, and says why. */
@CommandLine.Command(
        name = "check",
        description = {
            "Decide whether an access would be allowed, and explain it.",
            "",
            "With policies given as files, by these alone. Without, by the policies of the running"
                    + " server, which are read by a signed call: the caller must be allowed"
                    + " iam:GetAccountAuthorizationDetails.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = CheckCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:allowed",
            "1:denied",
            "2:the question or a file was not understood, or" + " the server could not be asked"
        })
final class CheckCommand implements Callable<Integer> {
    static final int ALLOWED = 0;
    static final int DENIED = 1;
    static final int FAILED = 2;

    @CommandLine.Option(
            names = "--principal",
            required = true,
            paramLabel = "ARN",
            description =
                    "who asks: a user, a role, a role session, a federated user, the root user, an"
                            + " identity provider, a service like ec2.amazonaws.com, or anonymous")
    private String principal = "";

    @CommandLine.Option(
            names = "--action",
            required = true,
            paramLabel = "ACTION",
            description = "what, like s3:GetObject; what AWS does not define is denied")
    private String action = "";

    @CommandLine.Option(
            names = "--resource",
            required = true,
            paramLabel = "ARN",
            description = "on what; * for an action without a resource")
    private String resource = "";

    @CommandLine.Option(
            names = "--context",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description =
                    "condition keys; one given again has many values. Known by themselves are the"
                            + " principal's, aws:ResourceAccount and the time")
    private List<String> context = new ArrayList<>();

    @CommandLine.Option(
            names = "--policy",
            arity = "1..*",
            paramLabel = "FILE",
            description = "identity-based policies of the principal")
    private List<Path> identity = new ArrayList<>();

    @CommandLine.Option(
            names = "--boundary",
            paramLabel = "FILE",
            description = "the principal's permissions boundary")
    private @Nullable Path boundary;

    @CommandLine.Option(
            names = "--session",
            arity = "1..*",
            paramLabel = "FILE",
            description = "session policies")
    private List<Path> session = new ArrayList<>();

    @CommandLine.Option(
            names = "--scp",
            paramLabel = "FILE[,FILE]",
            description =
                    "service control policies of one level; one --scp for each level, from the root"
                            + " of the organization to the account")
    private List<String> serviceControl = new ArrayList<>();

    @CommandLine.Option(
            names = "--rcp",
            paramLabel = "FILE[,FILE]",
            description = "resource control policies, likewise")
    private List<String> resourceControl = new ArrayList<>();

    @CommandLine.Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "the trust policy of the role that is the resource")
    private @Nullable Path trust;

    @CommandLine.Option(
            names = "--resource-policy",
            paramLabel = "FILE",
            description = "the policy of the resource")
    private @Nullable Path resourcePolicy;

    @CommandLine.Option(
            names = "--resource-account",
            paramLabel = "ID",
            description = "whose the resource is, where its ARN does not say (the principal's)")
    private @Nullable String resourceAccount;

    @CommandLine.Option(names = "--json", description = "print the explanation as JSON")
    private boolean json;

    @CommandLine.Mixin private ClientOptions options = new ClientOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            return answer(
                    new Question(principal, action, resource, owner(), Question.keys(context)),
                    line);
        } catch (IOException | JournalUnavailable failure) {
            line.getErr().println("understudy: " + failure.getMessage());
            return FAILED;
        }
    }

    private int answer(Question asked, CommandLine line) throws IOException {
        return switch (ServiceCatalog.aws().judged(action, resource)) {
            case Judged.UnknownAction unknown -> {
                PrincipalReader.read(principal, asked.userId());
                UnknownAction answer = new UnknownAction(asked, unknown);
                yield print(line, json ? answer.json() : answer.text(), DENIED);
            }
            case Judged.AgainstEverything everything -> {
                if (!resource.equals("*")) {
                    line.getErr().println(action + " has no resource, and is decided on *");
                }
                yield explain(asked.withoutResource(), line);
            }
            case Judged.AgainstResource named -> explain(asked, line);
        };
    }

    private int explain(Question question, CommandLine line) throws IOException {
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        Explanation explanation = hasFiles() ? byFiles(question, now) : byServer(question, now);
        return print(
                line,
                json ? explanation.toJson() : explanation.toText(Terminal.style()).stripTrailing(),
                explanation.decision().allowed() ? ALLOWED : DENIED);
    }

    private static int print(CommandLine line, String text, int code) {
        PrintWriter out = line.getOut();
        out.println(text);
        out.flush();
        return code;
    }

    private @Nullable AccountId owner() {
        try {
            return resourceAccount == null ? null : AccountId.of(resourceAccount);
        } catch (IllegalArgumentException none) {
            throw new ConfigProblem("`--resource-account`: " + none.getMessage());
        }
    }

    private boolean hasFiles() {
        return !identity.isEmpty()
                || boundary != null
                || !session.isEmpty()
                || !serviceControl.isEmpty()
                || !resourceControl.isEmpty()
                || trust != null
                || resourcePolicy != null;
    }

    private Explanation byFiles(Question question, Instant now) {
        if (trust != null && resourcePolicy != null) {
            throw new ConfigProblem("`--trust` and `--resource-policy` exclude each other");
        }
        if (question.asksTrust() != (trust != null)) {
            throw new ConfigProblem(
                    trust == null
                            ? "what is done to a role by sts asks its trust policy: give it with"
                                    + " --trust FILE"
                            : "`--trust` is for actions of sts on a role; other resources have"
                                    + " their policy with --resource-policy");
        }
        Principal who = PrincipalReader.read(principal, question.userId());
        return Evaluator.explain(question.request(who, Map.of(), now), policies(who));
    }

    private PolicySet policies(Principal who) {
        boolean stranger = who.account() == null || who instanceof Principal.RootUser;
        if (stranger && !(identity.isEmpty() && boundary == null && session.isEmpty())) {
            throw new ConfigProblem(
                    who.arn()
                            + " has no policies of its own: leave out --policy, --boundary and"
                            + " --session");
        }
        PolicySet.Builder policies =
                PolicySet.builder()
                        .identity(PolicyFiles.read(identity, PolicyKind.IDENTITY))
                        .serviceControl(levels(serviceControl, PolicyKind.SERVICE_CONTROL))
                        .resourceControl(levels(resourceControl, PolicyKind.RESOURCE_CONTROL));
        if (boundary != null) {
            policies.boundary(PolicyFiles.read(boundary, PolicyKind.BOUNDARY));
        }
        if (!session.isEmpty()) {
            policies.session(PolicyFiles.read(session, PolicyKind.SESSION));
        }
        if (resourcePolicy != null) {
            policies.resource(PolicyFiles.read(resourcePolicy, PolicyKind.RESOURCE));
        }
        if (trust != null) {
            policies.resource(PolicyFiles.read(trust, PolicyKind.TRUST))
                    .resourcePolicyRequired(true);
        }
        return policies.build();
    }

    private static List<List<PolicySource>> levels(List<String> levels, PolicyKind kind) {
        List<List<PolicySource>> read = new ArrayList<>();
        for (String level : levels) {
            List<Path> files = new ArrayList<>();
            for (String file : level.split(",", -1)) {
                files.add(Path.of(file));
            }
            read.add(PolicyFiles.read(files, kind));
        }
        return read;
    }

    private Explanation byServer(Question question, Instant now) throws IOException {
        ApiClient.Credentials keys =
                LocalKeys.find(options.data(), options.account(), options.user());
        ApiClient client = new ApiClient(options.endpoint(), InstantSource.system());
        ApiClient.Reply who = client.call(keys, "sts", "GetCallerIdentity", Map.of());
        if (!who.ok()) {
            throw new IOException(who.text("Code") + ": " + who.text("Message"));
        }
        AccountDetails details = AccountDetails.read(client, keys);
        return new ServerWorld(details, AccountId.of(who.text("Account"))).explain(question, now);
    }
}
