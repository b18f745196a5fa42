package dev.understudy.server.cli;

import dev.understudy.idp.Token;
import dev.understudy.server.config.ConfigProblem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Claims as the command line takes them. */
final class IdpClaims {
    private IdpClaims() {}

    /** The token with {@code NAME=TEXT} or {@code NAME:=JSON}. */
    static Token with(Token token, String claim) {
        int equals = claim.indexOf('=');
        if (equals < 1) {
            throw new ConfigProblem(
                    "`--claim` is `" + claim + "`, and must be NAME=TEXT or NAME:=JSON");
        }
        String value = claim.substring(equals + 1);
        if (claim.charAt(equals - 1) != ':') {
            return token.claim(claim.substring(0, equals), value);
        }
        try {
            Object read = new JsonMapper().readValue(value, Object.class);
            if (read != null && equals > 1) {
                return token.claim(claim.substring(0, equals - 1), read);
            }
        } catch (JacksonException notJson) {
            // refused below, like null
        }
        throw new ConfigProblem(
                "`--claim` is `" + claim + "`, and what follows := must be JSON, and not null");
    }
}
