package dev.understudy.server.issuers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts an issuer's server by the platform's authorities or, as AWS does, by a certificate of the
 * chain that the server shows whose SHA-1 the provider lists. That certificate is then the one
 * authority: the chain up to it, its dates and the host's name must hold all the same.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager platform;
    private final Set<String> thumbprints;

    ServerTrust(X509ExtendedTrustManager platform, List<String> thumbprints) {
        this.platform = platform;
        this.thumbprints =
                thumbprints.stream()
                        .map(print -> print.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody vouches for the server. */
    static final class Mistrusted extends CertificateException {
        private static final long serialVersionUID = 1L;

        Mistrusted(Throwable cause) {
            super("neither the platform nor a thumbprint vouches for the server", cause);
        }
    }

    /** The authorities of the platform. */
    static X509ExtendedTrustManager platform() {
        return byAuthorities(null);
    }

    /** Trusts what these authorities vouch for; null for the platform's. */
    static X509ExtendedTrustManager byAuthorities(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
            throw new IllegalStateException("the platform has no trust manager");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the platform's authorities cannot be read", broken);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            platform.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException unknown) {
            for (int i = 0; i < chain.length; i++) {
                if (thumbprints.contains(thumbprint(chain[i]))) {
                    X509Certificate[] upToIt = Arrays.copyOf(chain, i + 1);
                    // The platform does not look at the dates of what it is told to trust.
                    for (X509Certificate certificate : upToIt) {
                        certificate.checkValidity();
                    }
                    trustOnly(chain[i]).checkServerTrusted(upToIt, authType, socket);
                    return;
                }
            }
            throw new Mistrusted(unknown);
        }
    }

    private static X509ExtendedTrustManager trustOnly(X509Certificate authority)
            throws CertificateException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("listed", authority);
            return byAuthorities(store);
        } catch (GeneralSecurityException | IOException broken) {
            throw new CertificateException(broken);
        }
    }

    /**
     * SHA-1, since that is what AWS's thumbprints are; finding a second such certificate is
     * infeasible.
     */
    static String thumbprint(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException broken) {
            throw new CertificateException(broken);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are asked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("only sockets are asked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
