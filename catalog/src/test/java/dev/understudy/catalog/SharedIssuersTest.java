package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of shared issuers is whole, and its keys are keys of theirs. */
class SharedIssuersTest {
    @Test
    void everyLineIsSound() {
        assertThat(SharedIssuers.all())
                .extracting(SharedIssuer::url)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(url -> url.matches("[a-z0-9.-]+(/[A-Za-z0-9-]+)*"));
        assertThat(SharedIssuers.all())
                .allMatch(issuer ->
                        issuer.tenantKey().equals(issuer.url() + ":sub")
                                || issuer.tenantKey().equals(issuer.url() + ":aud")
                                || issuer.tenantKey().equals("sts:RoleSessionName"));
    }

    @Test
    void issuersAreFoundByTheirWholeUrl() {
        SharedIssuer github = SharedIssuers.find("token.actions.githubusercontent.com");
        assertThat(github)
                .isEqualTo(
                        new SharedIssuer(
                                "token.actions.githubusercontent.com",
                                "token.actions.githubusercontent.com:sub",
                                true));
        assertThat(SharedIssuers.find("token.actions.githubusercontent.com/octo-org")).isNull();
        assertThat(SharedIssuers.find("https://gitlab.com")).isNull();
    }
}
