package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.Judged;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Principal;
import dev.understudy.policy.SpecWorld;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The cases of {@code spec/policy}, asked of {@code check} with their policies as files. */
class CheckAgreementTest {
    /** What {@code check} tells by itself of the question, and a case may leave out. */
    private static final Set<String> TOLD =
            Set.of(
                    "aws:currenttime",
                    "aws:epochtime",
                    "aws:principaltype",
                    "aws:resourceaccount",
                    "aws:principalaccount",
                    "aws:principalarn",
                    "aws:username",
                    "aws:userid");

    private static final Map<String, String> FILES =
            Map.of(
                    "identity", "--policy",
                    "boundary", "--boundary",
                    "session", "--session",
                    "trust", "--trust",
                    "resourcePolicy", "--resource-policy",
                    "serviceControl", "--scp",
                    "resourceControl", "--rcp");

    @TempDir private Path folder;
    private int files;

    @Test
    void checkAnswersAsTheEvaluatorDoes() throws IOException {
        int asked = 0;
        List<String> wrong = new ArrayList<>();
        for (SpecWorld world : SpecWorld.all()) {
            if (isExpressible(world)) {
                StringWriter err = new StringWriter();
                int code = run(arguments(world), err);
                // A document that could not be saved is refused, with its file and place.
                if (code == 2 && err.toString().contains(".json:")) {
                    continue;
                }
                asked++;
                if (code != (world.expected().equals("allowed") ? 0 : 1)) {
                    wrong.add(world + ": " + world.expected() + ", but " + code + " " + err);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(SpecWorld.all().size() / 2);
    }

    private static int run(List<String> arguments, StringWriter err) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static boolean isExpressible(SpecWorld world) {
        JsonNode policies = world.json().get("policies");
        boolean named = policies.propertyNames().stream().allMatch(CheckAgreementTest::isAsked);
        return named
                && policies.propertyNames().stream().anyMatch(FILES::containsKey)
                && (!policies.has("serviceControl") || !isLinked(world))
                && policies.path("required").asBoolean(false) == policies.has("trust")
                && isReadable(policies)
                && isKnown(world)
                && isPrincipal(world)
                && hasPlainContext(world);
    }

    private static boolean isAsked(String layer) {
        return FILES.containsKey(layer) || layer.equals("required");
    }

    private static boolean isLinked(SpecWorld world) {
        return world.json().get("principal").path("serviceLinked").asBoolean(false);
    }

    private static boolean isReadable(JsonNode policies) {
        for (Map.Entry<String, JsonNode> layer : policies.properties()) {
            JsonNode documents = layer.getValue();
            if (documents.isArray() && documents.isEmpty()) {
                return false;
            }
            for (JsonNode document : documents.isArray() ? documents : List.of(documents)) {
                boolean level = document.isArray() && !document.isEmpty();
                if (!level && !document.isObject() && !document.isBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The evaluator takes any action and resource; {@code check} knows which ones AWS has. */
    private static boolean isKnown(SpecWorld world) {
        String resource = world.request().resource();
        boolean form = resource.equals("*") || resource.matches("arn:[^:]+:[^:]+:[^:]*:[^:]*:.*");
        return form
                && switch (ServiceCatalog.aws().judged(world.request().action(), resource)) {
                    case Judged.UnknownAction unknown -> false;
                    case Judged.AgainstEverything everything -> resource.equals("*");
                    case Judged.AgainstResource against -> true;
                };
    }

    private static boolean isPrincipal(SpecWorld world) {
        return switch (world.request().principal()) {
            case Principal.RoleSession session -> !session.roleArn().matches(".*:role/.*/.*");
            case Principal.FederatedUser user -> user.federatedBy() == null;
            case Principal.ServicePrincipal service -> service.name().contains(".");
            case Principal.FederatedIdentity identity -> identity.provider().contains("-provider/");
            default -> true;
        };
    }

    /** One value of several cannot be told from one; what is told anyway must not be missing. */
    private static boolean hasPlainContext(SpecWorld world) {
        JsonNode context = world.json().path("context");
        Set<String> given = new HashSet<>();
        for (Map.Entry<String, JsonNode> key : context.properties()) {
            given.add(key.getKey().toLowerCase(Locale.ROOT));
            if (key.getValue().isArray() && key.getValue().size() < 2) {
                return false;
            }
        }
        String policies = world.json().get("policies").toString().toLowerCase(Locale.ROOT);
        return TOLD.stream().allMatch(key -> given.contains(key) || !policies.contains(key));
    }

    private List<String> arguments(SpecWorld world) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check"));
        Principal who = world.request().principal();
        add(arguments, "--principal", who.arn());
        add(arguments, "--action", world.request().action());
        add(arguments, "--resource", world.request().resource());
        if (world.request().resourceAccount() != null) {
            add(arguments, "--resource-account", world.request().resourceAccount().digits());
        }
        if (!world.json().path("context").has("aws:userid")) {
            switch (who) {
                case Principal.IamUser user ->
                        add(arguments, "--context", "aws:userid=" + user.userId());
                case Principal.RoleSession session ->
                        add(arguments, "--context", "aws:userid=" + session.roleId() + ":s");
                default -> {}
            }
        }
        for (Map.Entry<String, JsonNode> key : world.json().path("context").properties()) {
            JsonNode value = key.getValue();
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                add(arguments, "--context", key.getKey() + "=" + one.asString());
            }
        }
        for (Map.Entry<String, JsonNode> layer : world.json().get("policies").properties()) {
            if (FILES.containsKey(layer.getKey())) {
                files(arguments, FILES.get(layer.getKey()), layer.getValue());
            }
        }
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        arguments.add(option);
        arguments.add(value);
    }

    private void files(List<String> arguments, String option, JsonNode documents)
            throws IOException {
        for (JsonNode document : documents.isArray() ? documents : List.of(documents)) {
            List<String> names = new ArrayList<>();
            for (JsonNode one : document.isArray() ? document : List.of(document)) {
                Path file = folder.resolve(files++ + ".json");
                names.add(Files.writeString(file, one.toString()).toString());
            }
            add(arguments, option, String.join(",", names));
        }
    }
}
