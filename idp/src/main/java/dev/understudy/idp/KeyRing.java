package dev.understudy.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.understudy.idp.keys.SecretFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys of a provider, the newest first: one RSA key and one of each curve a generation. Kept in
 * memory, or in a file, which is read at each use, so that several processes agree.
 */
final class KeyRing {
    private static final int RSA_BITS = 2048;
    private static final List<Curve> CURVES = List.of(Curve.P_256, Curve.P_384, Curve.P_521);
    private static final int GENERATION = 1 + CURVES.size();

    private final AtomicReference<List<JWK>> held = new AtomicReference<>(List.of());
    private final @Nullable Path file;

    private KeyRing(@Nullable Path file) {
        this.file = file;
    }

    static KeyRing inMemory() {
        KeyRing ring = new KeyRing(null);
        ring.replace(generation());
        return ring;
    }

    /** Of this file, which is made if it is not there. */
    static KeyRing in(Path file) {
        KeyRing ring = new KeyRing(file);
        if (!Files.exists(file)) {
            ring.replace(generation());
        }
        return ring;
    }

    /** The public halves, as JWKS. */
    String published() {
        return new JWKSet(keys()).toString(true);
    }

    JWK signing(Algorithm algorithm) {
        return keys().stream().filter(algorithm::fits).findFirst().orElseThrow();
    }

    void rotate() {
        List<JWK> all = new ArrayList<>(generation());
        all.addAll(keys());
        replace(all);
    }

    void forgetOld() {
        replace(keys().subList(0, GENERATION));
    }

    /** Keys that nobody published. */
    static List<JWK> generation() {
        try {
            List<JWK> keys = new ArrayList<>();
            keys.add(
                    new RSAKeyGenerator(RSA_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate());
            for (Curve curve : CURVES) {
                keys.add(
                        new ECKeyGenerator(curve)
                                .keyUse(KeyUse.SIGNATURE)
                                .keyIDFromThumbprint(true)
                                .generate());
            }
            return keys;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<JWK> keys() {
        if (file == null) {
            return Objects.requireNonNull(held.get());
        }
        try {
            List<JWK> keys = JWKSet.parse(Files.readString(file)).getKeys();
            if (keys.size() < GENERATION || !keys.stream().allMatch(JWK::isPrivate)) {
                throw new IllegalArgumentException(file + " does not hold a provider's keys");
            }
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException noKeys) {
            // Without its cause, whose message may quote the file.
            throw new IllegalArgumentException(file + " does not hold a provider's keys");
        }
    }

    private void replace(List<JWK> keys) {
        if (file == null) {
            held.set(List.copyOf(keys));
        } else {
            SecretFile.write(file, new JWKSet(keys).toString(false));
        }
    }
}
