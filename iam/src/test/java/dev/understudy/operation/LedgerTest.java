package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.Understudy;
import dev.understudy.iam.outboundfederation.IssuerUrls;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkPojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;

/**
 * The ledger {@code spec/operations.golden} says of each of AWS's operations whether it is there.
 */
class LedgerTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("understudy.root", ".."))
                    .resolve("spec")
                    .resolve("operations.golden");

    static Registry registry() {
        SecureRandom random = new SecureRandom();
        Keyring keyring = Keyring.inMemory(random);
        return new Registry(
                Understudy.operations(
                        new Directory(new InMemoryJournal()),
                        keyring,
                        new SessionTokens(keyring),
                        new Decisions(),
                        IdentityProviders.of(KeySource.given(issuer -> null)),
                        new SamlResponseVerifier(AssertionConsumers.aws(), false),
                        random,
                        new LastUse(),
                        new LastAccess(),
                        new IssuerUrls(null)));
    }

    @Test
    void theLedgerIsTrue() throws IOException {
        Registry registry = registry();
        StringBuilder ledger = new StringBuilder();
        for (Service service : Service.values()) {
            registry.entries(service).stream()
                    .sorted(Comparator.comparing(Registry.Entry::name))
                    .forEach(entry ->
                            ledger.append(service.scope())
                                    .append(' ')
                                    .append(entry.name())
                                    .append(entry.operation() == null ? " absent" : " done")
                                    .append('\n'));
        }
        if (Boolean.getBoolean("understudy.update")) {
            Files.writeString(GOLDEN, ledger);
        }
        assertThat(ledger.toString()).isEqualTo(Files.readString(GOLDEN));
        assertThat(registry.entries(Service.IAM)).hasSize(180);
        assertThat(registry.entries(Service.STS)).hasSize(11);
        assertThat(registry.entries(Service.ORGANIZATIONS)).hasSize(63);
        assertThat(registry.entries(Service.EC2)).hasSize(4);
    }

    @Test
    void everyOperationHasItsSdkShape() {
        Registry registry = registry();
        for (Service service : Service.values()) {
            for (Registry.Entry entry : registry.entries(service)) {
                SdkPojo builder = entry.shape().newBuilder();
                assertThat(builder.sdkFields()).as(entry.name()).isNotNull();
            }
        }
    }

    @Test
    void everyRequestOfTheTableOfConstraintsIsAnOperations() {
        Registry registry = registry();
        for (Service service : Service.values()) {
            for (String shape : Constraints.shapes(service)) {
                if (shape.endsWith("Request")) {
                    String name = shape.substring(0, shape.length() - "Request".length());
                    boolean known =
                            service.speaksJson()
                                    ? registry.find(service, name) != null
                                    : registry.find(Service.IAM, name) != null
                                            || registry.find(Service.STS, name) != null;
                    assertThat(known).as(shape).isTrue();
                }
            }
        }
    }
}
