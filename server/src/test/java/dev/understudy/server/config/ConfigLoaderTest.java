package dev.understudy.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.operation.Mode;
import dev.understudy.operation.Quota;
import dev.understudy.policy.AccountId;
import dev.understudy.server.issuers.OAuthEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What can be configured, from where, and what is refused. */
class ConfigLoaderTest {
    @TempDir private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("understudy.yaml"), yaml);
    }

    private ServerConfig load(String yaml) throws IOException {
        return ConfigLoader.load(Map.of(), Map.of(), file(yaml));
    }

    @Test
    void quotasOfTheServerAndOfAnAccount() throws IOException {
        ServerConfig config =
                load(
                        """
                        quotas: { RolesPerAccount: 5000, PoliciesPerRole: 20 }
                        accounts: [{ id: "111122223333", quotas: { PoliciesPerRole: 3 } }]
                        """);
        AccountId own = AccountId.of("111122223333");
        AccountId other = AccountId.of("444455556666");
        assertThat(config.quotas().of(own, Quota.POLICIES_PER_ROLE)).isEqualTo(3);
        assertThat(config.quotas().of(own, Quota.ROLES_PER_ACCOUNT)).isEqualTo(5000);
        assertThat(config.quotas().of(other, Quota.POLICIES_PER_ROLE)).isEqualTo(20);
        assertThat(config.quotas().of(other, Quota.USERS_PER_ACCOUNT)).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RolePerAccount: 5 | did you mean `RolesPerAccount`?",
                "RolesPerAccount: 5001 | from 1 to 5000",
                "RolesPerAccount: 0 | from 1 to 5000",
                "RolesPerAccount: many | `many`"
            })
    void badQuotasAreRefused(String quota, String message) {
        assertThatThrownBy(() -> load("quotas: { " + quota + " }"))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() ->
                        load("accounts: [{ id: \"111122223333\", quotas: { " + quota + " } }]"))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sts.example.internal",
                "/issuers",
                "ftp://example.org",
                "https://",
                "https://user@example.org",
                "https://example.org?x",
                "https://example.org#x",
                "https://exa mple.org"
            })
    void badIssuerUrlsAreRefused(String url) {
        assertThatThrownBy(() -> load("issuerUrl: '" + url + "'"))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("`issuerUrl`");
    }

    @Test
    void defaults() {
        ServerConfig config = ConfigLoader.load(Map.of(), Map.of("XDG_DATA_HOME", "/x"), null);
        assertThat(config.port()).isEqualTo(4600);
        assertThat(config.managementPort()).isEqualTo(4601);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.data()).isEqualTo(Path.of("/x/understudy"));
        assertThat(config.mode()).isEqualTo(Mode.STRICT);
        assertThat(config.dev()).isFalse();
        assertThat(config.allowRemote()).isFalse();
        assertThat(config.issuerNetworks().allows(InetAddress.getLoopbackAddress())).isFalse();
        assertThat(config.propagationDelay()).isZero();
        assertThat(config.issuerUrl()).isNull();
        assertThat(config.saml()).isEqualTo(new SamlSettings(null, List.of(), false));
        assertThat(config.accounts()).isEmpty();
        assertThat(config.keySets()).isEmpty();
    }

    @Test
    void whereProvidersOfAccessTokensAreAsked() throws IOException {
        assertThat(load("port: 1").oauth()).isEqualTo(OAuthEndpoints.REAL);
        ServerConfig config =
                load(
                        """
                        oauthProviders:
                          - { id: www.amazon.com, url: "https://localhost:1/" }
                          - { id: graph.facebook.com, appId: "1384", appSecret: "hush" }
                        oidcIssuers: [{ url: "https://id.example.org", jwksFile: keys/id.json }]
                        """);
        assertThat(config.oauth())
                .isEqualTo(
                        new OAuthEndpoints(
                                "https://localhost:1",
                                "https://graph.facebook.com",
                                new OAuthEndpoints.FacebookApp("1384", "hush")));
        assertThat(config.toString()).doesNotContain("hush");
        assertThat(config.keyFiles())
                .containsExactly(
                        Map.entry(
                                "https://id.example.org",
                                folder.toAbsolutePath().resolve("keys/id.json")));
    }

    @Test
    void everythingFromTheFile() throws IOException {
        Path file =
                file(
                        """
                        port: 1
                        managementPort: 2
                        host: ::1
                        data: /d
                        mode: soft
                        dev: true
                        allowRemote: true
                        idpAllowNetwork: 127.0.0.0/8,::1/128
                        idpAddress: id.example.org=127.0.0.1:8443
                        propagationDelay: 1500ms
                        issuerUrl: https://sts.example.internal/issuers/
                        publicUrl: https://iam.example.org/
                        samlAcs: http://127.0.0.1:4602/saml, https://a.example/b
                        samlAllowSha1: true
                        oidcIssuers: [{ url: "https://id.example.org", jwks: { keys: [] } }]
                        accounts:
                          - id: "111122223333"
                            alias: trusting
                            policies: [{ name: p, path: /a/, description: d, document: { Version: "2012-10-17" }, tags: { k: v } }]
                            groups: [{ name: admins, managedPolicies: [arn:x], inlinePolicies: { i: { a: 1 } } }]
                            users:
                              - name: alice
                                path: /
                                accessKeys: [{ id: AKIAAAAAAAAAAAAAAAAA, secret: hush }]
                                managedPolicies: [arn:y]
                                inlinePolicies: { readIt: '{"b":2}' }
                                groups: [admins]
                                permissionsBoundary: arn:z
                                tags: { team: blue }
                            roles:
                              - name: auditor
                                trustPolicy: { c: 3 }
                                description: d
                                maxSessionDuration: 7200
                                managedPolicies: [arn:w]
                                inlinePolicies: {}
                                permissionsBoundary: arn:v
                                tags: { t: u }
                            instanceProfiles: [{ name: web, role: auditor }]
                            oidcProviders: [{ url: "https://id.example.org", clientIds: [c], thumbprints: [t] }]
                        """);
        ServerConfig config = ConfigLoader.load(Map.of(), Map.of(), file);
        assertThat(config.port()).isEqualTo(1);
        assertThat(config.managementPort()).isEqualTo(2);
        assertThat(config.host()).isEqualTo("::1");
        assertThat(config.data()).isEqualTo(Path.of("/d"));
        assertThat(config.mode()).isEqualTo(Mode.SOFT);
        assertThat(config.dev()).isTrue();
        assertThat(config.allowRemote()).isTrue();
        assertThat(config.issuerNetworks().allows(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(config.propagationDelay()).hasMillis(1500);
        assertThat(config.issuerUrl()).isEqualTo("https://sts.example.internal/issuers");
        assertThat(config.saml())
                .isEqualTo(
                        new SamlSettings(
                                "https://iam.example.org",
                                List.of("http://127.0.0.1:4602/saml", "https://a.example/b"),
                                true));
        assertThat(config.keySets()).containsEntry("https://id.example.org", "{\"keys\":[]}");
        assertThat(config.accounts().toString())
                .contains(
                        "trusting",
                        "arn:x",
                        "{\"a\":1}",
                        "alice",
                        "AKIAAAAAAAAAAAAAAAAA",
                        "{\"b\":2}",
                        "arn:z",
                        "team=blue",
                        "auditor",
                        "{\"c\":3}",
                        "7200",
                        "arn:w",
                        "arn:v",
                        "web",
                        "clientIds=[c]")
                .doesNotContain("hush");
        assertThat(config.accounts().getFirst().users().getFirst().accessKeys().getFirst().secret())
                .isEqualTo("hush");
    }

    @ParameterizedTest
    @CsvSource({"1500ms, 1500", "10s, 10000", "2m, 120000", "0s, 0"})
    void delaysAreGivenInAnyPlace(String text, long millis) throws IOException {
        Map<String, String> environment = Map.of("UNDERSTUDY_PROPAGATION_DELAY", text);
        assertThat(ConfigLoader.load(Map.of(), environment, null).propagationDelay())
                .hasMillis(millis);
        assertThat(
                        ConfigLoader.load(Map.of("propagationDelay", text), Map.of(), null)
                                .propagationDelay())
                .hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1s", "1h", "61m", "PT5S", "s", "99999999999999s"})
    void badDelaysAreRefused(String text) {
        assertThatThrownBy(() -> load("propagationDelay: " + text))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("`propagationDelay`")
                .hasMessageContaining("500ms, 10s or 2m");
    }

    @Test
    void laterPlacesWin() throws IOException {
        Path file = file("port: 1\nmode: soft\nhost: 127.0.0.2\n");
        ServerConfig config =
                ConfigLoader.load(
                        Map.of("port", "3"),
                        Map.of("UNDERSTUDY_PORT", "2", "UNDERSTUDY_MODE", "strict", "PATH", "x"),
                        file);
        assertThat(config.port()).isEqualTo(3);
        assertThat(config.mode()).isEqualTo(Mode.STRICT);
        assertThat(config.host()).isEqualTo("127.0.0.2");
        assertThat(
                        ConfigLoader.load(
                                        Map.of("host", "127.0.0.3", "data", "/own"),
                                        Map.of(),
                                        Map.of(),
                                        file)
                                .toString())
                .as("a command's own defaults are the last to ask")
                .contains("127.0.0.2", "/own");
    }

    @Test
    void aBadValueStopsTheStartAlsoWhereALaterPlaceGivesAnother() throws IOException {
        Path file = file("port: abc\n");
        assertThatThrownBy(() -> ConfigLoader.load(Map.of("port", "1"), Map.of(), file))
                .hasMessageContaining("`port` (" + file + ") is `abc`");
        assertThatThrownBy(() ->
                        ConfigLoader.load(
                                Map.of("mode", "strict"), Map.of("UNDERSTUDY_MODE", "lax"), null))
                .hasMessageContaining("`mode` (environment variable UNDERSTUDY_MODE) is `lax`");
        assertThatThrownBy(() -> ConfigLoader.load(Map.of("host", " "), Map.of(), null))
                .hasMessageContaining("`host` (command line) is ` `");
    }

    @Test
    void homeIsWhereTheShellSays() {
        assertThat(ConfigLoader.load(Map.of(), Map.of("HOME", "/h"), null).data())
                .isEqualTo(Path.of("/h/.local/share/understudy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot: 1 | unknown key in `understudy.yaml`: `prot`: did you mean `port`?",
                "port: x | `port` (",
                "port: 70000 | and must be a port from 0 to 65535",
                "mode: lax | and must be strict or soft",
                "idpAddress: localhost | and must be HOST=ADDRESS:PORT for each host, separated",
                "idpAllowNetwork: localhost | and must be CIDR blocks, separated by commas",
                "publicUrl: iam.example.org | and must be a URL like",
                "publicUrl: 'https://a@b' | and must be a URL like",
                "publicUrl: 'https://a/?b' | and must be a URL like",
                "publicUrl: 'javascript:a' | and must be a URL like",
                "samlAcs: 'https://a,,https://b' | and must be URLs, separated by commas",
                "samlAllowSha1: sha1 | and must be true or false",
                "dev: yes please | and must be true or false",
                "accounts: [{ id: 1 }] | `understudy.yaml.accounts[0].id`: `1` is no account id: it"
                        + " needs 12 digits (in quotes)",
                "accounts: [{ id: '111122223333', user: [] }] | did you mean `users`?",
                "accounts: [{ id: '111122223333', users: [{ nme: x }] }] |"
                        + " `understudy.yaml.accounts[0].users[0]`: `nme`: did you mean `name`?",
                "accounts: [{ id: '111122223333', users: [{ path: / }] }] |"
                        + " `understudy.yaml.accounts[0].users[0].name` is missing",
                "accounts: [{ id: '111122223333', roles: [{ name: r }] }] |"
                        + " `understudy.yaml.accounts[0].roles[0].trustPolicy` is missing",
                "accounts: &a [] | line 1: anchors and aliases are not understood",
                "data: *a | line 1: anchors and aliases are not understood",
                "'port: 1\n---\nport: 2' | there is a second document",
                "data: '' | and must be the path of a folder",
                "accounts: [{ id: '111122223333', users: [{ name: u, tags: { a: [] } }] }] |"
                        + " `understudy.yaml.accounts[0].users[0].tags.a` must be a single value",
                "accounts: [{ id: '111122223333', users: [{ name: u, accessKeys: [{ id: A, secret:"
                        + " 1.10 }] }] }] | accessKeys[0].secret` must be in quotes",
                "accounts: [{ id: '111122223333', roles: [{ name: r, trustPolicy: 5 }] }] |"
                        + " trustPolicy` must be a mapping, or JSON as text",
                "oidcIssuers: [{ url: 'https://x', jwks: { keys: [] }, jwksFile: k }] |"
                        + " has both `jwks` and `jwksFile`",
                "oidcIssuers: [{ url: 'https://x', jwksFile: k }, { url: 'https://x', jwksFile: k"
                        + " }] | is there twice: https://x",
                "oidcIssuers: [{ url: 'https://x', jwksFile: '' }] | must be the path of a file",
                "oauthProviders: [{ id: www.amazon.de }] | did you mean `www.amazon.com`?",
                "oauthProviders: [{ id: www.amazon.com, url: 'http://x' }] | must be an https URL",
                "oauthProviders: [{ id: www.amazon.com, url: 'https://x?a=b' }] | must be an https"
                        + " URL",
                "oauthProviders: [{ id: www.amazon.com, appId: '1' }] | Amazon is asked in nobody's"
                        + " name",
                "oauthProviders: [{ id: graph.facebook.com, appId: '1' }] | appSecret` is missing",
                "oauthProviders: [{ id: graph.facebook.com, appId: 1, appSecret: s }] | appId` must"
                        + " be in quotes",
                "oidcIssuers: [{ url: 'https://x', jwks: { a: 1 } }] |"
                        + " `understudy.yaml.oidcIssuers[0].jwks` is no key set",
                "accounts: {} | must be a list",
                "- 1 | must be a mapping",
                "'a: [' | is not YAML that can be used"
            })
    void whatIsNotUnderstoodIsNamed(String yaml, String message) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> ConfigLoader.load(Map.of(), Map.of(), file))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void duplicateKeysAndUnknownVariablesAreRefused() throws IOException {
        Path file = file("port: 1\nport: 2\n");
        assertThatThrownBy(() -> ConfigLoader.load(Map.of(), Map.of(), file))
                .isInstanceOf(ConfigProblem.class);
        assertThatThrownBy(() -> ConfigLoader.load(Map.of(), Map.of("UNDERSTUDY_PROT", "1"), null))
                .hasMessage(
                        "unknown environment variable `UNDERSTUDY_PROT`: did you mean"
                                + " `UNDERSTUDY_PORT`?");
        assertThatThrownBy(() -> ConfigLoader.load(Map.of(), Map.of(), folder.resolve("none.yaml")))
                .hasMessageContaining("cannot read configuration file");
    }
}
