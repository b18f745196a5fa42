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
    private static final int REQUEST_CAPACITY = 512;
    private static final int STRING_CAPACITY = 192;

    private Canonical() {}

    static Bytes request(
            HttpMessage message,
            String service,
            String signedHeaders,
            List<String> signedNames,
            boolean presigned,
            byte[] payloadHash) {
        Bytes out = new Bytes(REQUEST_CAPACITY);
        out.add(message.method()).add('\n');
        CanonicalPath.write(message.rawPath(), service, out);
        out.add('\n');
        CanonicalQuery.write(message.rawQuery(), presigned, out);
        out.add('\n');
        CanonicalHeaders.write(message.headers(), signedNames, out);
        return out.add('\n').add(signedHeaders).add('\n').add(payloadHash);
    }

    static Bytes stringToSign(String timestamp, CredentialScope scope, Bytes canonicalRequest) {
        Bytes out = new Bytes(STRING_CAPACITY);
        out.add(SignatureReader.ALGORITHM).add('\n').add(timestamp).add('\n');
        out.add(scope.date()).add('/').add(scope.region()).add('/').add(scope.service());
        out.add('/').add(CredentialScope.TERMINATOR).add('\n');
        return out.addHex(Crypto.sha256(canonicalRequest.array(), canonicalRequest.length()));
    }
}
