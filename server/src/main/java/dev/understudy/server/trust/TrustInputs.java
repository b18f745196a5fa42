package dev.understudy.server.trust;

import dev.understudy.federation.DecryptionKey;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is given of the providers, beside what a server tells.
 *
 * @param jwks the issuer's keys; null if not given
 * @param noVerify whether signatures of id tokens are not to be checked
 * @param clientIds whom the tokens of the provider may be for; empty if not given
 * @param metadata of the SAML provider; null if not given
 * @param provider the SAML provider's ARN or name; null if not given
 * @param privateKey in PEM, which opens encrypted assertions; null if not given
 */
public record TrustInputs(
        @Nullable Path jwks,
        boolean noVerify,
        List<String> clientIds,
        @Nullable Path metadata,
        @Nullable String provider,
        @Nullable Path privateKey) {
    private static final long LARGEST = 12L << 20;
    private static final Pattern SAML_PROVIDER =
            Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):saml-provider/[A-Za-z0-9._-]+");

    public TrustInputs {
        clientIds = List.copyOf(clientIds);
    }

    /**
     * The text of a file.
     *
     * @throws ConfigProblem if it cannot be read
     */
    public static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw new ConfigProblem(file + " is too long");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new ConfigProblem("there is no file " + file);
        } catch (CharacterCodingException notText) {
            throw new ConfigProblem(file + " is no UTF-8 text");
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    @Nullable PrivateKey key() {
        if (privateKey == null) {
            return null;
        }
        PrivateKey key = DecryptionKey.parse(text(privateKey));
        if (key == null) {
            throw new ConfigProblem(privateKey + " holds no RSA private key in PEM");
        }
        return key;
    }

    /** The one SAML provider of the account that the text names; null if it is not one. */
    static @Nullable String onlySamlProvider(String text, String account) {
        TreeSet<String> found = new TreeSet<>();
        Matcher arns = SAML_PROVIDER.matcher(text);
        while (arns.find()) {
            if (arns.group(1).equals(account)) {
                found.add(arns.group());
            }
        }
        return found.size() == 1 ? found.first() : null;
    }
}
