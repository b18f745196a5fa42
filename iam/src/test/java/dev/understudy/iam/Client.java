package dev.understudy.iam;

import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.RequestSigner;
import dev.understudy.signature.SecretAccessKey;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs and sends requests as one caller. */
public final class Client {
    private static final Set<String> STS =
            Set.of(
                    "AssumeRole",
                    "AssumeRoleWithWebIdentity",
                    "AssumeRoleWithSAML",
                    "AssumeRoot",
                    "DecodeAuthorizationMessage",
                    "GetAccessKeyInfo",
                    "GetCallerIdentity",
                    "GetDelegatedAccessToken",
                    "GetFederationToken",
                    "GetSessionToken",
                    "GetWebIdentityToken");
    private static final Map<String, String> VERSIONS =
            Map.of("iam", "2010-05-08", "sts", "2011-06-15", "ec2", "2016-11-15");

    private final World world;
    private final String accessKeyId;
    private final String secret;
    private final @Nullable String token;
    private final List<HttpHeader> more;

    Client(World world, String accessKeyId, String secret, @Nullable String token) {
        this.world = world;
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.token = token;
        this.more = List.of();
    }

    private Client(Client client, List<HttpHeader> more) {
        this.world = client.world;
        this.accessKeyId = client.accessKeyId;
        this.secret = client.secret;
        this.token = client.token;
        this.more = more;
    }

    /** The same, who also sends and signs these headers, given as name, value, name, value. */
    public Client saying(String... headers) {
        List<HttpHeader> said = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            said.add(new HttpHeader(headers[i], headers[i + 1]));
        }
        return new Client(this, said);
    }

    public String accessKeyId() {
        return accessKeyId;
    }

    public String secret() {
        return secret;
    }

    public @Nullable String token() {
        return token;
    }

    /** Calls an operation with parameters given as name, value, name, value. */
    public Answer call(String action, String... parameters) {
        return world.send(request(action, parameters, world, this));
    }

    /** The signed request, not sent. */
    public WireRequest request(String action, String... parameters) {
        return request(action, parameters, world, this);
    }

    /** Calls an operation of the JSON protocol, {@code Service.Operation}. */
    public WireResponse json(String target, String body) {
        return world.answer(jsonRequest(target, body));
    }

    /** The signed request of the JSON protocol, not sent. */
    public WireRequest jsonRequest(String target, String body) {
        return jsonRequest(target, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The signed request of the JSON protocol with exactly these bytes, not sent. */
    public WireRequest jsonRequest(String target, byte[] bytes) {
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Host", "localhost:4600"));
        headers.add(new HttpHeader("Content-Type", "application/x-amz-json-1.1"));
        headers.add(new HttpHeader("X-Amz-Target", target));
        HttpMessage message = new HttpMessage("POST", "/", "", List.copyOf(headers), bytes);
        headers.addAll(signer().sign(message, "us-east-1", "organizations", world.instant()));
        return new WireRequest("POST", "/", "", headers, bytes, "127.0.0.1", false);
    }

    static WireRequest request(
            String action, String[] parameters, World world, @Nullable Client signer) {
        String service = service(action);
        StringBuilder form =
                new StringBuilder("Action=" + action + "&Version=" + VERSIONS.get(service));
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&')
                    .append(encode(parameters[i]))
                    .append('=')
                    .append(encode(parameters[i + 1]));
        }
        return signed(form.toString(), service, world, signer);
    }

    private static String service(String action) {
        if (action.contains("IamInstanceProfile")) {
            return "ec2";
        }
        return STS.contains(action) ? "sts" : "iam";
    }

    static WireRequest signed(String form, String service, World world, @Nullable Client signer) {
        return signed(form.getBytes(StandardCharsets.UTF_8), service, world, signer);
    }

    /** The form of exactly these bytes, signed for the service, not sent. */
    public WireRequest formRequest(byte[] form, String service) {
        return signed(form, service, world, this);
    }

    private static WireRequest signed(
            byte[] body, String service, World world, @Nullable Client signer) {
        List<HttpHeader> headers = new ArrayList<>();
        if (signer == null || signer.more.stream().noneMatch(h -> h.name().equals("Host"))) {
            headers.add(new HttpHeader("Host", "localhost:4600"));
        }
        headers.add(
                new HttpHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        if (signer != null) {
            headers.addAll(signer.more);
            HttpMessage message = new HttpMessage("POST", "/", "", List.copyOf(headers), body);
            headers.addAll(signer.signer().sign(message, "us-east-1", service, world.instant()));
        }
        return new WireRequest("POST", "/", "", headers, body, "127.0.0.1", false);
    }

    private RequestSigner signer() {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new RequestSigner(accessKeyId, SecretAccessKey.of(bytes), token);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
