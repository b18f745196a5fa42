package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;
import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.RequestSigner;
import dev.understudy.signature.SecretAccessKey;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Requests as bytes, signed before the clock runs. */
final class SignedRequests {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
                    + "\"Action\":\"sts:AssumeRole\"}}";

    private static final String PERMISSIONS =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],"
                    + "\"Resource\":\"arn:aws:s3:::%s/*\"}}";

    private final URI url;
    private final ApiClient.Credentials keys;
    private final Instant now;

    SignedRequests(URI url, ApiClient.Credentials keys, Instant now) {
        this.url = url;
        this.keys = keys;
        this.now = now;
    }

    byte[][] one(String service, String form) {
        return new byte[][] {bytes(service, form)};
    }

    /** So many requests of IAM, each by its number. */
    byte[][] many(int count, IntFunction<String> form) {
        byte[][] requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = bytes("iam", form.apply(i));
        }
        return requests;
    }

    byte[][] createRoles(int count) {
        return many(count, i -> createRole("load" + i));
    }

    byte[][] deleteRoles(int count) {
        return many(count, i -> "Action=DeleteRole&Version=2010-05-08&RoleName=load" + i);
    }

    /** The form of a role for EC2. */
    static String createRole(String name) {
        return "Action=CreateRole&Version=2010-05-08&RoleName="
                + name
                + "&AssumeRolePolicyDocument="
                + URLEncoder.encode(TRUST, StandardCharsets.UTF_8);
    }

    /** The form of a policy for a bucket of the same name. */
    static String createPolicy(String name) {
        return "Action=CreatePolicy&Version=2010-05-08&PolicyName="
                + name
                + "&PolicyDocument="
                + URLEncoder.encode(permissions(name), StandardCharsets.UTF_8);
    }

    /** A policy that lets objects of this bucket be read and written. */
    static String permissions(String bucket) {
        return PERMISSIONS.formatted(bucket);
    }

    private byte[] bytes(String service, String form) {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Host", url.getAuthority()));
        headers.add(
                new HttpHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        SecretAccessKey secret = SecretAccessKey.of(keys.secret().getBytes(StandardCharsets.UTF_8));
        headers.addAll(
                new RequestSigner(keys.accessKeyId(), secret, null)
                        .sign(
                                new HttpMessage("POST", "/", "", List.copyOf(headers), body),
                                "us-east-1",
                                service,
                                now));
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        head.append("User-Agent: understudy-bench\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .append(form);
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }
}
