package dev.understudy.signature;

import java.util.List;

/**
 * The canonical request and the string to sign.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class Canonical {
    private static final int REQUEST_CAPACITY = 1_024;
    private static final int STRING_CAPACITY = 192;

    private Canonical() {}

    static Bytes request(
            HttpMessage message,
            String service,
            List<String> signedHeaders,
            boolean presigned,
            byte[] payloadHash) {
        Bytes out = new Bytes(REQUEST_CAPACITY);
        out.add(message.method()).add('\n');
        CanonicalPath.write(message.rawPath(), service, out);
        out.add('\n');
        CanonicalQuery.write(message.rawQuery(), presigned, out);
        out.add('\n');
        CanonicalHeaders.write(message.headers(), signedHeaders, out);
        out.add('\n');
        for (int i = 0; i < signedHeaders.size(); i++) {
            if (i > 0) {
                out.add(';');
            }
            out.add(signedHeaders.get(i));
        }
        return out.add('\n').add(payloadHash);
    }

    static Bytes stringToSign(String timestamp, CredentialScope scope, Bytes canonicalRequest) {
        return new Bytes(STRING_CAPACITY)
                .add(SignatureReader.ALGORITHM)
                .add('\n')
                .add(timestamp)
                .add('\n')
                .add(scope.toString())
                .add('\n')
                .add(
                        Crypto.hex(
                                Crypto.sha256(
                                        canonicalRequest.array(), canonicalRequest.length())));
    }
}
