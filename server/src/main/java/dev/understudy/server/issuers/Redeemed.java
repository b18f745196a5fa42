package dev.understudy.server.issuers;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

/** What a token endpoint gave for an authorization code. */
public sealed interface Redeemed {
    /** An id token, not verified, which no text shows. */
    record Token(String idToken) implements Redeemed {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /**
     * A refusal, in the provider's own words.
     *
     * @param code RFC 6749's, {@code invalid_grant} and so on
     * @param description may be empty
     */
    record Refused(String code, String description) implements Redeemed {}

    /** Reads the answer. */
    static Redeemed read(int status, String body) throws FetchProblem {
        JsonObject answer = Json.read(body) instanceof JsonObject object ? object : null;
        if (status == 200) {
            if (answer != null && answer.get("id_token") instanceof JsonString token) {
                return new Token(token.value());
            }
            throw FetchProblem.unusable("it gave no id token: is `openid` among the scopes?");
        }
        if (status < 500 && answer != null && answer.get("error") instanceof JsonString code) {
            return new Refused(
                    code.value(),
                    answer.get("error_description") instanceof JsonString text ? text.value() : "");
        }
        throw FetchProblem.status(status);
    }
}
