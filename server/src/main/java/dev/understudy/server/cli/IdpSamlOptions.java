package dev.understudy.server.cli;

import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.server.config.ConfigProblem;

import picocli.CommandLine;
import picocli.CommandLine.Option;

import java.io.IOException;

/** Which SAML provider it is, and where its key is. */
final class IdpSamlOptions {
    private static final String ENTITY_ID = "https://localhost/saml";

    /** SAML's own limit for the name of an entity. */
    private static final int MOST_CHARACTERS = 1_024;

    @Option(
            names = "--entity-id",
            paramLabel = "URI",
            description = "who it says it is (" + ENTITY_ID + ")")
    private String entityId = ENTITY_ID;

    @CommandLine.Mixin private IdpOptions options = new IdpOptions();

    IdpOptions options() {
        return options;
    }

    SamlIdentityProvider provider() throws IOException {
        if (entityId.isBlank() || entityId.length() > MOST_CHARACTERS) {
            throw new ConfigProblem(
                    "`--entity-id` must be a URI of at most " + MOST_CHARACTERS + " characters");
        }
        return IdpOptions.orProblem(() ->
                SamlIdentityProvider.in(entityId, options.usableFolder().resolve("saml.pem")));
    }
}
