package dev.understudy.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.policy.AccountId;
import dev.understudy.server.oidc.OidcClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Which sign-ins a configuration offers. */
class SignInSettingsTest {
    @TempDir private Path folder;

    private ServerConfig load(String publicUrl, String signIn) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("understudy.yaml"),
                        (publicUrl.isEmpty() ? "" : "publicUrl: '" + publicUrl + "'\n")
                                + "accounts: [{ id: '111122223333', oidcProviders: [{ url:"
                                + " 'https://id.example.org', clientIds: [web]"
                                + (signIn.isEmpty() ? "" : ", signIn: " + signIn)
                                + " }] }]");
        return ConfigLoader.load(Map.of(), Map.of(), file);
    }

    @Test
    void noneUnlessSaid() throws IOException {
        assertThat(load("", "").signIns()).isEmpty();
        assertThat(load("https://iam.example.org", "").signIns()).isEmpty();
    }

    @Test
    void theSecretIsInAFileBesideAndNoTextShowsIt() throws IOException {
        Files.writeString(folder.resolve("secret"), "hush\n");
        ServerConfig config =
                load(
                        "https://iam.example.org",
                        "{ clientId: web, clientSecretFile: secret, scope: openid email }");
        assertThat(config.signIns())
                .containsExactly(
                        new SignInSettings(
                                AccountId.of("111122223333"),
                                new OidcClient(
                                        "https://id.example.org", "web", "hush", "openid email")));
        assertThat(config.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ clientId: other } | signIn.clientId` is none of the provider's `clientIds`",
                "{ clientId: web, scope: email } | signIn.scope` must contain openid",
                "{ clientId: web, clientSecretFile: none } | must be a file that holds the secret",
                "{ clientId: web, clientSecretFile: '' } | must be a file that holds the secret",
                "{ clientId: web, clientSecret: x } | did you mean `clientSecretFile`?",
                "{ scope: openid } | signIn.clientId` is missing",
                "web | signIn` must be a mapping",
            })
    void whatIsNotUnderstoodIsNamed(String signIn, String message) {
        assertThatThrownBy(() -> load("https://iam.example.org", signIn))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://iam.example.org",
                "http://192.0.2.1",
                "http://127.0.0.1.evil.org"
            })
    void nobodySignsInWithoutAnAddressThatIsProtected(String publicUrl) {
        assertThatThrownBy(() -> load(publicUrl, "{ clientId: web }"))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("`signIn` needs `publicUrl`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.example.org",
                "http://127.0.0.1:4600",
                "http://localhost",
                "http://[::1]:1"
            })
    void httpsOrThisMachine(String publicUrl) throws IOException {
        assertThat(load(publicUrl, "{ clientId: web }").signIns()).hasSize(1);
    }
}
