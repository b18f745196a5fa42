package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.MalformedCertificate;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads X.509 certificates from PEM, strictly: nothing may stand before, between or after them. */
public final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Certificates() {}

    /** The one certificate in this text, or MalformedCertificate. */
    public static X509Certificate one(String pem) {
        List<X509Certificate> all = all(pem, 1);
        if (all.size() != 1) {
            throw MalformedCertificate.certificate();
        }
        return all.getFirst();
    }

    /** The certificates in this text, at most so many; empty if it is anything else. */
    public static List<X509Certificate> all(String pem, int most) {
        List<X509Certificate> certificates = new ArrayList<>();
        String rest = pem.strip();
        while (!rest.isEmpty()) {
            int end = rest.indexOf(END);
            if (!rest.startsWith(BEGIN) || end < 0 || certificates.size() == most) {
                return List.of();
            }
            X509Certificate certificate = decode(rest.substring(BEGIN.length(), end));
            if (certificate == null) {
                return List.of();
            }
            certificates.add(certificate);
            rest = rest.substring(end + END.length()).strip();
        }
        return certificates;
    }

    /** Whether two texts hold the same certificate, however their lines are broken. */
    public static boolean same(String pem, String other) {
        return compact(pem).equals(compact(other));
    }

    private static String compact(String pem) {
        return WHITE_SPACE.matcher(pem).replaceAll("");
    }

    private static @Nullable X509Certificate decode(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(compact(base64));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
