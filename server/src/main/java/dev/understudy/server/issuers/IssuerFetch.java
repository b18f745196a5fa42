package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource.Keys;
import dev.understudy.federation.VerificationKeys;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the keys of an issuer: its discovery document, which must be its own, then its key set. */
final class IssuerFetch {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerFetch.class);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private IssuerFetch() {}

    static Keys keys(Exchange exchange, String issuerUrl) {
        try {
            String keySetUrl = keySetUrl(text(exchange.get(discovery(issuerUrl))), issuerUrl);
            VerificationKeys keys = VerificationKeys.parse(text(exchange.get(keySetUrl)));
            if (keys == null) {
                throw FetchProblem.unusable("its key set is none");
            }
            return new Keys.Known(keys);
        } catch (FetchProblem problem) {
            LOG.warn("no keys of {}: {}", issuerUrl, problem.getMessage());
            return problem.outcome();
        }
    }

    /** OpenID Connect Discovery 1.0, 4.1: a slash at the end is left out. */
    static String discovery(String issuerUrl) {
        return issuerUrl.endsWith("/")
                ? issuerUrl.substring(0, issuerUrl.length() - 1) + DISCOVERY
                : issuerUrl + DISCOVERY;
    }

    private static String keySetUrl(String document, String issuerUrl) throws FetchProblem {
        if (Json.read(document) instanceof JsonObject object
                && object.get("issuer") instanceof JsonString issuer
                && issuer.value().equals(issuerUrl)
                && object.get("jwks_uri") instanceof JsonString url) {
            return url.value();
        }
        throw FetchProblem.unusable("its discovery document is none, or another issuer's");
    }

    static String text(byte[] bytes) throws FetchProblem {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw FetchProblem.unusable("it answers in other than UTF-8");
        }
    }
}
