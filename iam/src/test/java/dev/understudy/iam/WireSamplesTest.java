package dev.understudy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replays the samples in {@code spec/wire}, whose README tells their form: requests as they come in
 * and answers as they go out, byte for byte but for what is random.
 */
class WireSamplesTest {
    private static final String ANY = "{any}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    /** What a setup line in the JSON protocol begins with. */
    private static final String ORGANIZATIONS = "AWSOrganizationsV20161128.";

    /** What works on role templates, of which there are none: so nothing but refusals. */
    private static final Set<String> ONLY_REFUSED = Set.of("AcquireRole", "GetRoleTemplateVersion");

    private static final String EC2 = "&Version=2016-11-15";

    /** Ids that stand within texts. */
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Elements whose text is random; updating puts a placeholder into them. */
    private static final Set<String> RANDOM =
            Set.of(
                    "RequestId",
                    "requestId",
                    "RequestID",
                    "associationId",
                    "id",
                    "InstanceProfileId",
                    "Base32StringSeed",
                    "QRCodePNG",
                    "ServicePassword",
                    "ServiceCredentialSecret",
                    "ServiceSpecificCredentialId",
                    "SSHPublicKeyId",
                    "DelegationRequestId",
                    "JobId",
                    "SAMLProviderUUID",
                    "KeyId",
                    "IssuerIdentifier",
                    "CertificateId",
                    "ServerCertificateId",
                    "UserId",
                    "GroupId",
                    "OrganizationId",
                    "AccessKeyId",
                    "SecretAccessKey",
                    "Content",
                    "RoleId",
                    "PolicyId",
                    "DeletionTaskId");

    @TestFactory
    Stream<DynamicTest> everySample() throws IOException {
        List<Path> requests;
        try (Stream<Path> files = Files.walk(SampleFiles.WIRE)) {
            requests = files.filter(WireSamplesTest::isRequest).sorted().toList();
        }
        assertThat(requests).hasSizeGreaterThan(90);
        return requests.stream()
                .map(request ->
                        DynamicTest.dynamicTest(
                                SampleFiles.WIRE.relativize(request).toString(),
                                () -> replay(request)));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasAnAnswerAndAnError() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String service : List.of("iam", "ec2")) {
            List<String> operations = operations(service);
            Path folder = SampleFiles.WIRE.resolve(service);
            assertThat(names(folder)).hasSameElementsAs(operations);
            operations.forEach(name ->
                    tests.add(
                            DynamicTest.dynamicTest(
                                    name, () -> requireSamples(folder.resolve(name)))));
        }
        return tests.stream();
    }

    private static void requireSamples(Path folder) throws IOException {
        List<String> names = names(folder);
        assertThat(names).anyMatch(name -> name.matches("error-[^.]*\\.xml"));
        if (ONLY_REFUSED.contains(folder.getFileName().toString())) {
            assertThat(names).as("an answer, so no exception").doesNotContain("answer.xml");
        } else {
            assertThat(names).contains("request.txt", "answer.xml");
        }
        assertThat(names.stream().filter(name -> name.endsWith(".xml")))
                .as("answers to requests that are here")
                .allMatch(name -> names.contains(requestOf(name)));
    }

    private static String requestOf(String answer) {
        return answer.equals("answer.xml") ? "request.txt" : answer.replace(".xml", ".txt");
    }

    /** The operations of the service that the ledger says are there. */
    private static List<String> operations(String service) throws IOException {
        Path ledger = SampleFiles.WIRE.resolveSibling("operations.golden");
        return Files.readAllLines(ledger).stream()
                .map(line -> line.split(" "))
                .filter(line -> line[0].equals(service) && line[2].equals("done"))
                .map(line -> line[1])
                .toList();
    }

    /** Signed for the service whose version the form names. */
    private static Answer send(World world, Client admin, String form) {
        return Wire.send(world, admin, form, form.contains(EC2) ? "ec2" : "iam");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean isRequest(Path file) {
        String name = file.getFileName().toString();
        return name.equals("request.txt") || name.matches("error-[^.]*\\.txt");
    }

    private static void replay(Path request) throws IOException {
        try (World world = new World()) {
            Client admin = world.admin(World.TRUSTING);
            Map<String, String> known = new HashMap<>();
            Path setup = setup(request);
            if (Files.exists(setup)) {
                for (String form : lines(setup)) {
                    prepare(fill(form, known, world), world, admin, known);
                }
            }
            String form = fill(lines(request).getFirst(), known, world);
            String action = request.getParent().getFileName().toString();
            assertThat(form).as("the folder's own operation").startsWith("Action=" + action + "&");
            compare(request, send(world, admin, form));
        }
    }

    private static void prepare(
            String request, World world, Client admin, Map<String, String> known) {
        if (request.startsWith(ORGANIZATIONS)) {
            String[] parts = request.split(" ", 2);
            assertThat(admin.json(parts[0], parts[1]).status()).as(request).isEqualTo(200);
        } else {
            note(known, send(world, admin, request).ok());
        }
    }

    private static Path setup(Path request) {
        Path own =
                request.resolveSibling(
                        request.getFileName().toString().replace(".txt", ".setup.txt"));
        return Files.exists(own) ? own : request.resolveSibling("setup.txt");
    }

    private static void compare(Path request, Answer answer) throws IOException {
        boolean error = !request.getFileName().toString().equals("request.txt");
        String name =
                error ? request.getFileName().toString().replace(".txt", ".xml") : "answer.xml";
        Path file = request.resolveSibling(name);
        String body = new String(answer.response().body(), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("understudy.update")) {
            Files.writeString(file, header(answer) + hideRandom(body));
        }
        String expected = Files.readString(file);
        assertThat(expected).startsWith(header(answer));
        assertThat(error).isEqualTo(answer.status() != 200);
        assertThat(body).matches(pattern(expected.substring(header(answer).length())));
    }

    private static String header(Answer answer) {
        return "<!-- " + answer.status() + " -->\n";
    }

    private static Pattern pattern(String expected) {
        List<String> parts = new ArrayList<>();
        for (String part : expected.strip().split(Pattern.quote(ANY), -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join("[^<]+", parts) + "\\s*");
    }

    private static String hideRandom(String body) {
        String hidden = body;
        for (String name : RANDOM) {
            hidden =
                    hidden.replaceAll(
                            "<" + name + ">[^<]+</" + name + ">",
                            "<" + name + ">" + Matcher.quoteReplacement(ANY) + "</" + name + ">");
        }
        return UUID.matcher(hidden).replaceAll(ANY).strip() + "\n";
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static void note(Map<String, String> known, Answer answer) {
        for (String name :
                List.of(
                        "Base32StringSeed",
                        "SSHPublicKeyId",
                        "DelegationRequestId",
                        "JobId",
                        "CertificateId",
                        "ServiceSpecificCredentialId",
                        "AccessKeyId",
                        "DeletionTaskId",
                        "associationId")) {
            if (answer.has(name)) {
                known.put(name, answer.text(name));
            }
        }
    }

    private static String fill(String form, Map<String, String> known, World world) {
        return PLACEHOLDER
                .matcher(form)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                URLEncoder.encode(
                                        value(match.group(1), known, world),
                                        StandardCharsets.UTF_8)));
    }

    private static String value(String name, Map<String, String> known, World world) {
        if (name.startsWith("file:")) {
            return SampleFiles.text(name.substring("file:".length()));
        }
        if (name.startsWith("totp")) {
            byte[] seed = Base64.getDecoder().decode(known.get("Base32StringSeed"));
            String steps = name.substring("totp".length());
            return new VirtualDevice(new String(seed, StandardCharsets.US_ASCII))
                    .code(world.instant(), steps.isEmpty() ? 0 : Integer.parseInt(steps));
        }
        assertThat(known).containsKey(name);
        return known.get(name);
    }
}
