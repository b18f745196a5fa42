package dev.understudy.signature;

import static dev.understudy.signature.Requests.NOW;
import static dev.understudy.signature.Requests.fault;
import static dev.understudy.signature.Requests.signed;
import static dev.understudy.signature.Requests.unsigned;
import static dev.understudy.signature.Requests.with;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What does not count as a signature, with AWS's texts. */
class RefusalTest {
    private static final String MISMATCH =
            "403 SignatureDoesNotMatch: The request signature we calculated does not match the"
                    + " signature you provided. Check your AWS Secret Access Key and signing method."
                    + " Consult the service documentation for details.";

    private static HttpMessage replaced(HttpMessage message, String name, String from, String to) {
        List<HttpHeader> headers = new ArrayList<>();
        for (HttpHeader header : message.headers()) {
            boolean meant = header.name().equalsIgnoreCase(name);
            headers.add(
                    meant
                            ? new HttpHeader(header.name(), header.value().replace(from, to))
                            : header);
        }
        return new HttpMessage(
                message.method(), message.rawPath(), message.rawQuery(), headers, message.body());
    }

    @Test
    void everyChangedByteIsNoticed() {
        HttpMessage genuine = signed();
        assertThat(fault(genuine, "sts", NOW)).isEmpty();
        for (int i = 0; i < genuine.body().length; i++) {
            byte[] body = genuine.body().clone();
            body[i] ^= 1;
            HttpMessage changed = new HttpMessage("POST", "/", "", genuine.headers(), body);
            assertThat(fault(changed, "sts", NOW)).isEqualTo(MISMATCH);
        }
        for (int h = 0; h < genuine.headers().size(); h++) {
            HttpHeader header = genuine.headers().get(h);
            for (int i = 0; i < header.value().length(); i++) {
                char c = header.value().charAt(i);
                String value =
                        header.value().substring(0, i)
                                + (char) (c ^ 1)
                                + header.value().substring(i + 1);
                List<HttpHeader> headers = new ArrayList<>(genuine.headers());
                headers.set(h, new HttpHeader(header.name(), value));
                HttpMessage changed = new HttpMessage("POST", "/", "", headers, genuine.body());
                // Another access key id is another key's signature, which whoever looks the key up
                // finds wrong.
                boolean otherKey =
                        SignatureReader.read(changed) instanceof Reading.Presented presented
                                && !presented.signature().accessKeyId().equals(Requests.KEY);
                assertThat(otherKey || !fault(changed, "sts", NOW).isEmpty())
                        .as("%s: %s", header.name(), value)
                        .isTrue();
            }
        }
    }

    @Test
    void timeIsBoundToTheSecond() {
        Duration quarter = Duration.ofMinutes(15);
        assertThat(fault(signed(), "sts", NOW.plus(quarter))).isEmpty();
        assertThat(fault(signed(), "sts", NOW.plus(quarter).plusSeconds(1)))
                .isEqualTo(
                        "403 SignatureDoesNotMatch: Signature expired: 20260115T120000Z is now"
                                + " earlier than 20260115T120001Z (20260115T121501Z - 15 min.)");
        assertThat(fault(signed(), "sts", NOW.minus(quarter))).isEmpty();
        assertThat(fault(signed(), "sts", NOW.minus(quarter).minusSeconds(1)))
                .isEqualTo(
                        "403 SignatureDoesNotMatch: Signature not yet current: 20260115T120000Z is"
                                + " still later than 20260115T115959Z (20260115T114459Z + 15 min.)");
    }

    @Test
    void theScopeMustFit() {
        assertThat(fault(signed(), "iam", NOW))
                .isEqualTo(
                        "403 SignatureDoesNotMatch: Credential should be scoped to correct service:"
                                + " 'iam'. ");
        assertThat(
                        fault(
                                replaced(signed(), "Authorization", "/20260115/", "/20260114/"),
                                "sts",
                                NOW))
                .startsWith(
                        "403 SignatureDoesNotMatch: Date in Credential scope does not match"
                                + " YYYYMMDD from ISO-8601 version");
        assertThat(
                        fault(
                                replaced(signed(), "Authorization", "aws4_request", "aws5_request"),
                                "sts",
                                NOW))
                .startsWith(
                        "403 SignatureDoesNotMatch: Credential should be scoped with a valid"
                                + " terminator");
        HttpMessage message = signed();
        PresentedSignature signature =
                ((Reading.Presented) SignatureReader.read(message)).signature();
        Expected elsewhere =
                new Expected(
                        "iam",
                        java.util.Set.of("eu-west-1"),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15),
                        false);
        SigningKey key = SigningKey.derive(Requests.SECRET, signature.scope());
        assertThat(
                        ((SignatureFault)
                                        SignatureVerifier.verify(
                                                message, signature, key, elsewhere, NOW))
                                .message())
                .isEqualTo(
                        "Credential should be scoped to a valid region. Credential should be scoped"
                                + " to correct service: 'iam'. ");
    }

    @Test
    void twoIdentitiesAreNone() {
        String query =
                "X-Amz-Credential=AKIARZPUZDIKAABCDEFH%2F20260115%2Fus-east-1%2Fsts%2Faws4_request";
        assertThat(fault(Requests.query(signed(), query), "sts", NOW))
                .startsWith("400 IncompleteSignature: Only one");
        HttpMessage twice = with(signed(), signed().headers().subList(2, 4));
        assertThat(fault(twice, "sts", NOW)).startsWith("400 IncompleteSignature: Only one");
        assertThat(fault(with(signed(), "X-Amz-Date", "20260115T120000Z"), "sts", NOW))
                .startsWith("400 IncompleteSignature");
        assertThat(fault(with(signed(), "host", "localhost:4600"), "sts", NOW))
                .startsWith("400 IncompleteSignature");
        assertThat(fault(Requests.query(signed(), "X-Amz-Security-Token=x"), "sts", NOW))
                .startsWith("400 IncompleteSignature");
        assertThat(fault(with(unsigned(), "X-Amz-Security-Token", "x"), "sts", NOW))
                .startsWith("400 IncompleteSignature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Signature=a&X-Amz-Signature=b",
                "x-amz-signature=a",
                "X-AMZ-Credential=a",
                "%58-Amz-Date=a&X-Amz-Date=b"
            })
    void reservedParametersComeOnceAndAsTheyAreSpelled(String query) {
        assertThat(fault(Requests.query(unsigned(), query), "sts", NOW))
                .startsWith("400 IncompleteSignature");
    }

    @Test
    void whatCountsMustBeSigned() {
        assertThat(fault(with(signed(), "X-Amz-Target", "x"), "sts", NOW))
                .isEqualTo(
                        "403 SignatureDoesNotMatch: 'x-amz-target' must be a 'SignedHeader' in the"
                                + " AWS Authorization.");
        HttpMessage hostless =
                replaced(
                        signed(),
                        "Authorization",
                        "content-type;host;x-amz-date",
                        "content-type;x-amz-date");
        assertThat(fault(hostless, "sts", NOW))
                .isEqualTo(
                        "403 SignatureDoesNotMatch: 'Host' or ':authority' must be a 'SignedHeader'"
                                + " in the AWS Authorization.");
        assertThat(fault(with(signed(), "X-Forwarded-For", "1.2.3.4"), "sts", NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNSIGNED-PAYLOAD",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "",
                "nothing"
            })
    void thePayloadIsWhatItIsSaidToBe(String stated) {
        HttpMessage message = with(unsigned(), "X-Amz-Content-SHA256", stated);
        assertThat(fault(signed(message, "sts", NOW), "sts", NOW)).isEqualTo(MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer x",
                "AWS AKIA:sig",
                "AWS4-ECDSA-P256-SHA256 Credential=x",
                "AWS4-HMAC-SHA256",
                "",
                "AWS4-HMAC-SHA256 x"
            })
    void otherSchemesAreRefused(String authorization) {
        assertThat(fault(with(unsigned(), "Authorization", authorization), "sts", NOW))
                .startsWith("400 IncompleteSignature");
    }

    @Test
    void missingPartsAreNamed() {
        assertThat(fault(with(unsigned(), "Authorization", "AWS4-HMAC-SHA256 Foo=bar"), "sts", NOW))
                .isEqualTo(
                        "400 IncompleteSignature: Authorization header requires 'Credential'"
                                + " parameter. Authorization header requires 'Signature' parameter."
                                + " Authorization header requires 'SignedHeaders' parameter."
                                + " Authorization header requires existence of either a 'X-Amz-Date' or"
                                + " a 'Date' header. Authorization=AWS4-HMAC-SHA256 Foo=bar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*)(uid=*",
                "akiarzpuzdikaabcdefg",
                "AKIA",
                "' OR 1=1 --AAAAAAAAA",
                "AKIA\u0000AAAAAAAAAAAAA"
            })
    void oddAccessKeyIdsReachNoLookUp(String id) {
        HttpMessage message = replaced(signed(), "Authorization", Requests.KEY, id);
        assertThat(fault(message, "sts", NOW))
                .isEqualTo(
                        "403 InvalidClientTokenId: The security token included in the request is"
                                + " invalid");
    }

    @Test
    void hugeInputIsRefusedAndEnds() {
        assertThat(
                        fault(
                                with(
                                        unsigned(),
                                        "Authorization",
                                        "AWS4-HMAC-SHA256 " + "a=b,".repeat(250_000)),
                                "sts",
                                NOW))
                .isNotEmpty();
        assertThat(fault(Requests.query(signed(), "a=b&".repeat(10_000)), "sts", NOW))
                .isEqualTo(MISMATCH);
    }

    @Test
    void nothingTellsTheSecret() {
        String text =
                Requests.SECRET
                        + " "
                        + SigningKey.derive(
                                Requests.SECRET, new CredentialScope("20260115", "r", "s"));
        assertThat(text).doesNotContain("wJalr").contains("hidden");
        PresentedSignature signature =
                ((Reading.Presented) SignatureReader.read(signed())).signature();
        assertThat(signature.toString()).doesNotContain(signature.signature());
        assertThat(
                        SignatureVerifier.unknownKey(
                                        signed(), signature, Expected.service("sts"), NOW)
                                .code())
                .isEqualTo("InvalidClientTokenId");
    }
}
