package dev.understudy.server.login;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A request to sign somebody in, by SAML's redirect binding, not signed.
 *
 * @param url where the browser goes
 * @param relayState what the answer must bring back, which nobody else knows
 */
public record SignInRequest(URI url, String relayState) {
    private static final int RANDOM_BYTES = 24;

    /**
     * A new request.
     *
     * @param signInUrl the provider's single sign-on service
     * @param consumer where the answer is to be posted
     */
    public static SignInRequest of(
            URI signInUrl, String consumer, Instant now, RandomGenerator random) {
        String xml =
                "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_"
                        + random(random)
                        + "\" Version=\"2.0\" IssueInstant=\""
                        + now.truncatedTo(ChronoUnit.SECONDS)
                        + "\" Destination=\""
                        + escaped(signInUrl.toString())
                        + "\" ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                        + " AssertionConsumerServiceURL=\""
                        + escaped(consumer)
                        + "\"><saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
                        + "urn:amazon:webservices</saml:Issuer></samlp:AuthnRequest>";
        String relayState = random(random);
        String query =
                "SAMLRequest="
                        + URLEncoder.encode(deflated(xml), StandardCharsets.UTF_8)
                        + "&RelayState="
                        + relayState;
        String base = signInUrl.toString();
        return new SignInRequest(
                URI.create(base + (base.indexOf('?') < 0 ? "?" : "&") + query), relayState);
    }

    private static String random(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String deflated(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
