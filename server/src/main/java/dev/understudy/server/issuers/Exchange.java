package dev.understudy.server.issuers;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * A few requests over HTTPS that somebody waits for, and ends by closing. A host's name is resolved
 * once, and the connection goes to an address that was looked at, so that a name that leads
 * elsewhere a moment later gains nothing. A host that configuration gives a place is connected to
 * there, under its own name. Redirects are not followed.
 */
final class Exchange implements AutoCloseable {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int HTTPS_PORT = 443;

    private final AddressRules rules;
    private final Resolver resolver;
    private final SSLContext tls;
    private final Duration limit;
    private volatile @Nullable Socket open;
    private volatile boolean closed;

    /** Where the addresses of a name come from. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;

        /** The platform's. */
        static Resolver platform() {
            return host -> Arrays.asList(InetAddress.getAllByName(host));
        }
    }

    Exchange(AddressRules rules, Resolver resolver, ServerTrust trust, Duration limit) {
        this.rules = rules;
        this.resolver = resolver;
        this.limit = limit;
        try {
            tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {trust}, null);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this platform has no TLS", broken);
        }
    }

    /** What is at the URL. */
    byte[] get(String url) throws FetchProblem {
        URI uri = uri(url);
        try (Socket socket = connected(uri)) {
            socket.getOutputStream().write(ascii(head("GET", uri) + "\r\n"));
            return Answer.body(new BufferedInputStream(socket.getInputStream()), MOST_BYTES);
        } catch (IOException failed) {
            throw problem(failed);
        }
    }

    /**
     * The answer to a form.
     *
     * @param authorization the header of this name, in ASCII; null for none
     */
    Answer.Answered post(String url, String form, @Nullable String authorization)
            throws FetchProblem {
        URI uri = uri(url);
        byte[] body = ascii(form);
        String headers =
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length
                        + "\r\n"
                        + (authorization == null ? "" : "Authorization: " + authorization + "\r\n");
        try (Socket socket = connected(uri)) {
            socket.getOutputStream().write(ascii(head("POST", uri) + headers + "\r\n"));
            socket.getOutputStream().write(body);
            return Answer.whole(new BufferedInputStream(socket.getInputStream()), MOST_BYTES);
        } catch (IOException failed) {
            throw problem(failed);
        }
    }

    private static String head(String method, URI uri) {
        return method
                + " "
                + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + " HTTP/1.1\r\nHost: "
                + uri.getRawAuthority()
                + "\r\nAccept: application/json\r\nUser-Agent: understudy\r\n"
                + "Connection: close\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The thumbprint of the last certificate that the server at the URL shows. */
    String thumbprint(String url) throws FetchProblem {
        try (SSLSocket socket = connected(uri(url))) {
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return ServerTrust.thumbprint((X509Certificate) chain[chain.length - 1]);
        } catch (IOException failed) {
            throw problem(failed);
        } catch (CertificateException unreadable) {
            throw FetchProblem.untrusted("its certificate cannot be read");
        }
    }

    private static URI uri(String url) throws FetchProblem {
        try {
            URI uri = URI.create(url);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && url.chars().allMatch(c -> c > ' ' && c < 127)) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the message for all that is no URL
        }
        throw FetchProblem.unusable("it names what is no https URL");
    }

    private SSLSocket connected(URI uri) throws IOException, FetchProblem {
        String host = uri.getHost();
        InetSocketAddress told = uri.getPort() < 0 ? rules.place(host) : null;
        if (told != null) {
            return secured(raw(told.getAddress(), told.getPort()), host, told.getPort());
        }
        int port = uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
        List<InetAddress> addresses =
                resolver.resolve(host).stream().filter(rules::allows).toList();
        if (addresses.isEmpty()) {
            throw FetchProblem.unusable(
                    "it is at a private or special address, which `idpAllowNetwork` does not list");
        }
        IOException last = new IOException("no address");
        for (InetAddress address : addresses) {
            try {
                return secured(raw(address, port), host, port);
            } catch (IOException failed) {
                if (cause(failed, CertificateException.class)) {
                    throw failed;
                }
                last = failed;
            }
        }
        throw last;
    }

    private Socket raw(InetAddress address, int port) throws IOException {
        Socket socket = new Socket();
        open = socket;
        if (closed) {
            socket.close();
        }
        socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
        try {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        return socket;
    }

    private SSLSocket secured(Socket socket, String host, int port) throws IOException {
        try {
            SSLSocket secured =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static FetchProblem problem(IOException failed) {
        return cause(failed, CertificateException.class)
                ? FetchProblem.untrusted("nobody vouches for its server")
                : FetchProblem.unreachable(failed.getClass().getSimpleName());
    }

    private static boolean cause(Throwable failed, Class<? extends Throwable> kind) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** Ends what is under way, from whatever thread. */
    @Override
    public void close() {
        closed = true;
        Socket socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // it is gone all the same
            }
        }
    }
}
