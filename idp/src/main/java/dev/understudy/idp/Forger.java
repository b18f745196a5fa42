package dev.understudy.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token in the making, which comes out good, or with a flaw. */
final class Forger {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int ZEROES = 64;

    private final Algorithm algorithm;
    private final Map<String, Object> header;
    private final Map<String, Object> claims;
    private final Instant now;
    private JWK key;

    Forger(Token token, JWK key, String issuer, Instant now) {
        this.algorithm = token.algorithm();
        this.header = token.header(key.getKeyID());
        this.claims = token.claims(issuer, now);
        this.key = key;
        this.now = now;
    }

    String good() {
        return signed(JSONObjectUtils.toJSONString(claims));
    }

    String flawed(Flaw flaw) {
        return switch (flaw) {
            case EXPIRED, NOT_YET_VALID, ISSUED_TOO_LONG_AGO, ISSUED_IN_THE_FUTURE ->
                    untimely(flaw);
            case WRONG_AUDIENCE -> {
                claims.put("aud", "somebody-else");
                claims.computeIfPresent("azp", (name, value) -> "somebody-else");
                yield good();
            }
            case WRONG_ISSUER -> with("iss", "https://impostor.example");
            case MISSING_ISSUER -> without("iss");
            case MISSING_SUBJECT -> without("sub");
            case MISSING_EXPIRY -> without("exp");
            case MISSING_ISSUE_TIME -> without("iat");
            case MISSING_AUDIENCE -> {
                claims.remove("azp");
                yield without("aud");
            }
            case FRACTIONAL_EXPIRY -> with("exp", seconds(Duration.ofMinutes(5)) + 0.5);
            case TEXT_EXPIRY -> with("exp", Long.toString(seconds(Duration.ofMinutes(5))));
            case TOO_LONG -> with("padding", "x".repeat(MOST_CHARACTERS));
            case DUPLICATE_CLAIM ->
                    signed("{\"sub\":\"somebody-else\"," + good(claims).substring(1));
            case NOT_JSON -> signed("neither an object nor JSON");
            case WRONG_KEY, UNKNOWN_KEY_ID, EMBEDDED_KEY, EMBEDDED_KEY_URL -> byAnotherKey(flaw);
            case ALG_NONE, HMAC_WITH_PUBLIC_KEY, UNKNOWN_CRITICAL_HEADER -> otherwiseSigned(flaw);
            case TAMPERED_PAYLOAD,
                    TAMPERED_SIGNATURE,
                    ZERO_SIGNATURE,
                    EMPTY_SIGNATURE,
                    TRUNCATED,
                    TRUNCATED_SIGNATURE,
                    EXTRA_PART ->
                    damaged(good(), flaw);
        };
    }

    private String with(String name, Object value) {
        claims.put(name, value);
        return good();
    }

    private String without(String name) {
        claims.remove(name);
        return good();
    }

    private long seconds(Duration after) {
        return now.plus(after).getEpochSecond();
    }

    private String untimely(Flaw flaw) {
        Duration hour = Duration.ofHours(1);
        switch (flaw) {
            case EXPIRED -> times(hour.negated(), Duration.ofMinutes(-1));
            case ISSUED_TOO_LONG_AGO -> times(Duration.ofHours(-25), hour);
            case ISSUED_IN_THE_FUTURE -> times(hour, hour.multipliedBy(2));
            default -> {
                times(Duration.ZERO, hour.multipliedBy(2));
                claims.put("nbf", seconds(hour));
            }
        }
        return good();
    }

    private void times(Duration issued, Duration expiry) {
        claims.put("iat", seconds(issued));
        claims.put("exp", seconds(expiry));
        claims.computeIfPresent("nbf", (name, value) -> seconds(issued));
        claims.computeIfPresent("auth_time", (name, value) -> seconds(issued));
    }

    private String byAnotherKey(Flaw flaw) {
        JWK own = KeyRing.generation().stream().filter(algorithm::fits).findFirst().orElseThrow();
        if (flaw == Flaw.UNKNOWN_KEY_ID) {
            header.put("kid", own.getKeyID());
            return good();
        }
        key = own;
        if (flaw == Flaw.EMBEDDED_KEY) {
            header.put("jwk", own.toPublicJWK().toJSONObject());
        } else if (flaw == Flaw.EMBEDDED_KEY_URL) {
            header.put("jku", "https://impostor.example/keys");
        }
        return good();
    }

    private String otherwiseSigned(Flaw flaw) {
        String payload = good(claims);
        switch (flaw) {
            case ALG_NONE -> {
                header.put("alg", "none");
                header.remove("kid");
                return signedText(payload) + ".";
            }
            case HMAC_WITH_PUBLIC_KEY -> {
                header.put("alg", "HS256");
                String text = signedText(payload);
                return text + "." + hmac(key.toPublicJWK().toJSONString(), text);
            }
            default -> {
                header.put("crit", List.of("understudy-unknown"));
                header.put("understudy-unknown", true);
                return good();
            }
        }
    }

    private String damaged(String good, Flaw flaw) {
        String[] part = good.split("\\.");
        byte[] signature = new Base64URL(part[2]).decode();
        String text = part[0] + "." + part[1];
        return switch (flaw) {
            case TAMPERED_PAYLOAD -> {
                claims.put("sub", "somebody-else");
                yield signedText(good(claims)) + "." + part[2];
            }
            case TAMPERED_SIGNATURE -> {
                signature[signature.length / 2] ^= 1;
                yield text + "." + Base64URL.encode(signature);
            }
            case ZERO_SIGNATURE -> zeroSignature();
            case EMPTY_SIGNATURE -> text + ".";
            case TRUNCATED -> part[0] + "." + part[1].substring(0, part[1].length() / 2);
            case TRUNCATED_SIGNATURE ->
                    text + "." + part[2].substring(0, part[2].length() / 4 * 4 - 4);
            default -> good + "." + part[2];
        };
    }

    private String zeroSignature() {
        header.put("alg", Algorithm.ES256.name());
        header.remove("kid");
        return signedText(good(claims)) + "." + Base64URL.encode(new byte[ZEROES]);
    }

    private static String good(Map<String, Object> claims) {
        return JSONObjectUtils.toJSONString(claims);
    }

    private String signedText(String payload) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(header))
                + "."
                + Base64URL.encode(payload);
    }

    private String signed(String payload) {
        String text = signedText(payload);
        try {
            JWSSigner signer =
                    switch (key) {
                        case RSAKey rsa -> new RSASSASigner(rsa);
                        case ECKey curve -> new ECDSASigner(curve);
                        default -> throw new IllegalStateException("no key for " + algorithm);
                    };
            return text
                    + "."
                    + signer.sign(
                            new JWSHeader(algorithm.jws), text.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Base64URL hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64URL.encode(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
