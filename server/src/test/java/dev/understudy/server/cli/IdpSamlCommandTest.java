package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.VerifiedAssertion;
import dev.understudy.idp.saml.SamlFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What {@code idp saml} prints, and what that proves. */
class IdpSamlCommandTest {
    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/test";
    private static final String DEV = "arn:aws:iam::111122223333:role/dev";
    private static final String OPS = "arn:aws:iam::111122223333:role/ops";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 4];
        all[0] = "idp";
        all[1] = "saml";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = folder.toString();
        return line.execute(all);
    }

    private String printed(String... arguments) {
        assertThat(run(arguments)).describedAs(err.toString()).isZero();
        return out.toString();
    }

    private Proof verified(String response) {
        SamlTrust trust =
                new SamlTrust(
                        PROVIDER,
                        "111122223333",
                        "idp",
                        Objects.requireNonNull(SamlMetadata.parse(printed("metadata"))),
                        List.of(),
                        false);
        return new SamlResponseVerifier(AssertionConsumers.aws(), false)
                .verify(response, trust, InstantSource.system().instant());
    }

    @Test
    void aResponseSaysWhatItIsToldTo() {
        String response =
                printed(
                        "response",
                        "--role=" + DEV,
                        "--role=" + OPS,
                        "--provider=" + PROVIDER,
                        "--subject=alice@example.org",
                        "--session-name=alice",
                        "--duration=1800",
                        "--tag=team=blue",
                        "--tag=cost=42",
                        "--transitive=team",
                        "--source-identity=alice-herself");
        assertThat(response).matches("[A-Za-z0-9+/]+=*");
        if (!(verified(response) instanceof Proof.Proven(VerifiedAssertion proven))) {
            throw new AssertionError("not proven");
        }
        assertThat(proven.subject()).isEqualTo("alice@example.org");
        assertThat(proven.roleSessionName()).isEqualTo("alice");
        assertThat(proven.gives(DEV)).isTrue();
        assertThat(proven.gives(OPS)).isTrue();
        assertThat(proven.sessionSeconds()).isEqualTo(1_800);
        assertThat(proven.tags()).isEqualTo(Map.of("team", "blue", "cost", "42"));
        assertThat(proven.transitiveTagKeys()).containsExactly("team");
        assertThat(proven.sourceIdentity()).isEqualTo("alice-herself");
    }

    @ParameterizedTest
    // A comment in a name proves the whole name, which is all there is to be proven.
    @EnumSource(value = SamlFault.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMENT_IN_NAME")
    void aBrokenResponseProvesNothing(SamlFault fault) {
        String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String response =
                printed(
                        "response",
                        "--role",
                        DEV,
                        "--provider",
                        PROVIDER,
                        "--session-name",
                        "alice",
                        "--fault",
                        name);
        assertThat(verified(response)).isInstanceOf(Proof.Unproven.class);
    }

    @Test
    void theKeyIsItsOwnersAloneAndKept() throws IOException {
        String metadata = printed("metadata");
        assertThat(printed("metadata")).isEqualTo(metadata).doesNotContain("PRIVATE");
        Path key = folder.resolve("idp").resolve("saml.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(printed("metadata", "--entity-id=urn:x", "--sign-in-url=https://h/in"))
                .contains("entityID=\"urn:x\"", "Location=\"https://h/in\"");
    }

    @Test
    void printsTheDocumentWhereAsked() {
        assertThat(printed("response", "--xml", "--role=" + DEV, "--provider=" + PROVIDER))
                .startsWith("<samlp:Response")
                .contains(">" + DEV + "," + PROVIDER + "<");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        refused(
                "did you mean `expired`?",
                "response",
                "--role=a",
                "--provider=b",
                "--fault=expird");
        refused("one for each", "response", "--role=a", "--provider=b", "--provider=c");
        refused("--role", "response", "--provider=b");
        refused("`--entity-id` must be", "metadata", "--entity-id= ");
        Files.createDirectories(folder.resolve("idp"));
        Files.writeString(folder.resolve("idp").resolve("saml.pem"), "c2VjcmV0");
        refused("does not hold a provider's key", "metadata");
        assertThat(err.toString()).doesNotContain("c2VjcmV0");
    }

    private void refused(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(message);
    }
}
