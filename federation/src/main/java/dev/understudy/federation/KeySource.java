package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Where the public keys of identity providers come from. */
@FunctionalInterface
public interface KeySource {
    /** The keys, or why there are none. */
    Keys keys(Wanted wanted, Instant now);

    /**
     * Whose keys are wanted.
     *
     * @param issuerUrl with {@code https://}
     * @param keyId the {@code kid} that the keys should have, which is taken from a token that is
     *     not verified; null if it names none
     * @param thumbprints SHA-1 of certificates, 40 hexadecimal digits each: where the platform does
     *     not trust the issuer's server, one of them must vouch for it
     */
    record Wanted(String issuerUrl, @Nullable String keyId, List<String> thumbprints) {
        public Wanted {
            thumbprints = List.copyOf(thumbprints);
        }
    }

    /** What came of asking for keys. */
    sealed interface Keys {
        /** The issuer's keys, as far as they are known. */
        record Known(VerificationKeys keys) implements Keys {}

        /** The issuer gives no keys that can be used. */
        record Unusable() implements Keys {}

        /** The issuer does not answer. */
        record Unreachable() implements Keys {}

        /** Nobody vouches for the issuer's server. */
        record Untrusted() implements Keys {}

        /**
         * Nobody was to be asked. No token is proven without keys; this only says, where a token is
         * explained, that its signature was not looked at.
         */
        record NotAsked() implements Keys {}
    }

    /**
     * Keys that are given.
     *
     * @param keySets the key set (JWKS, as JSON) by issuer URL; null where there is none
     */
    static KeySource given(Function<String, @Nullable String> keySets) {
        record Parsed(String text, VerificationKeys keys) {}
        Map<String, Parsed> parsed = new ConcurrentHashMap<>();
        return (wanted, now) -> {
            String text = keySets.apply(wanted.issuerUrl());
            if (text == null) {
                return new Keys.Unusable();
            }
            Parsed known = parsed.get(wanted.issuerUrl());
            if (known == null || !known.text().equals(text)) {
                VerificationKeys keys = VerificationKeys.parse(text);
                if (keys == null) {
                    return new Keys.Unusable();
                }
                known = new Parsed(text, keys);
                parsed.put(wanted.issuerUrl(), known);
            }
            return new Keys.Known(known.keys());
        };
    }
}
