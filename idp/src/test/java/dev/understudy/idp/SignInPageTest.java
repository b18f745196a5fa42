package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.VerifiedAssertion;
import dev.understudy.idp.saml.SamlIdentityProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** SAML's sign-in page and metadata, over HTTPS. */
class SignInPageTest {
    private static final String ACS = "https://iam.example.org/saml";
    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/idp";
    private static final String ROLE = "arn:aws:iam::111122223333:role/dev";
    private static final Pattern RESPONSE =
            Pattern.compile("name=\"SAMLResponse\" value=\"([A-Za-z0-9+/=]+)\"");

    private TestIdentityProvider idp;
    private HttpClient client;

    @BeforeEach
    void serve() throws IOException {
        List<SamlUser> users =
                List.of(
                        new SamlUser("alice", List.of(ROLE + "," + PROVIDER)),
                        new SamlUser("<b>\"bob\"", List.of(ROLE + "," + PROVIDER)));
        idp =
                TestIdentityProvider.builder(() -> Verifying.NOW)
                        .saml(
                                SamlIdentityProvider.create("https://idp.example.org/saml"),
                                users,
                                List.of(ACS))
                        .serve(0);
        client = HttpClient.newBuilder().sslContext(idp.authority().trusting()).build();
    }

    @AfterEach
    void close() {
        client.close();
        idp.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(idp.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String request(String xml) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(
                        packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return "/saml/login?SAMLRequest="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(packed.toByteArray()),
                        StandardCharsets.UTF_8);
    }

    private static String asking(String consumer) {
        return "<p:AuthnRequest xmlns:p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\""
                + " AssertionConsumerServiceURL=\""
                + consumer
                + "\"><s:Issuer xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
                + "urn:amazon:webservices</s:Issuer></p:AuthnRequest>";
    }

    private VerifiedAssertion first(String page, String consumer) throws Exception {
        Matcher found = RESPONSE.matcher(page);
        assertThat(found.find()).isTrue();
        SamlTrust trust =
                new SamlTrust(
                        PROVIDER,
                        "111122223333",
                        "idp",
                        Objects.requireNonNull(SamlMetadata.parse(get("/saml/metadata").body())),
                        List.of(),
                        false);
        return switch (new SamlResponseVerifier(AssertionConsumers.aws().and(consumer), false)
                .verify(found.group(1), trust, Verifying.NOW)) {
            case Proof.Proven(VerifiedAssertion assertion) -> assertion;
            case Proof other -> throw new AssertionError(other);
        };
    }

    @Test
    void offersEachUserAResponseThatTheMetadataVouchesFor() throws Exception {
        HttpResponse<String> page = get("/saml/login");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"" + ACS + "\"", "alice", "&lt;b&gt;&quot;bob&quot;", ROLE)
                .doesNotContain("<b>\"bob\"", "<script", "RelayState");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        VerifiedAssertion alice = first(page.body(), ACS);
        assertThat(alice.subject()).isEqualTo("alice");
        assertThat(alice.gives(ROLE)).isTrue();
    }

    @Test
    void metadataSaysWhereThePageIs() throws Exception {
        HttpResponse<String> metadata = get("/saml/metadata");
        assertThat(metadata.body()).contains("Location=\"" + idp.url() + "/saml/login\"");
        assertThat(metadata.headers().firstValue("Content-Type"))
                .contains("application/samlmetadata+xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACS, "http://127.0.0.1:7890/saml", "http://localhost:1/saml"})
    void answersWhereARequestAsksIfTheAddressIsKnownOrOnThisMachine(String consumer)
            throws Exception {
        String page = get(request(asking(consumer)) + "&RelayState=a%22b").body();
        assertThat(page)
                .contains("action=\"" + consumer + "\"", "name=\"RelayState\" value=\"a&quot;b\"");
        assertThat(first(page, consumer).subject()).isEqualTo("alice");
        String response = RESPONSE.matcher(page).results().findFirst().orElseThrow().group(1);
        assertThat(new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8))
                .contains("InResponseTo=\"_1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/saml",
                "http://127.0.0.1@evil.example/",
                "http://127.0.0.1.evil.example/",
                "javascript:alert(1)",
                "//127.0.0.1/",
                "not a url"
            })
    void sendsNobodyElsewhere(String consumer) throws Exception {
        HttpResponse<String> refused = get(request(asking(consumer)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("SAMLResponse", "evil");
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        List<String> bad =
                List.of(
                        "/saml/login?SAMLRequest=%25",
                        "/saml/login?SAMLRequest=AAAA",
                        "/saml/login?SAMLRequest=",
                        request(""),
                        request("<a/>"),
                        request(asking(ACS).replace("ID=\"_1\"", "ID=\"1 2\"")),
                        request("<!DOCTYPE a [<!ENTITY b \"c\">]>" + asking(ACS)),
                        request(" ".repeat(2_000_000) + asking(ACS)),
                        "/saml/login?RelayState=" + "x".repeat(81));
        for (String path : bad) {
            HttpResponse<String> refused = get(path);
            assertThat(refused.statusCode()).describedAs(path).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("SAMLResponse\" value");
        }
    }

    @Test
    void isNotThereUnlessAskedFor() throws Exception {
        try (TestIdentityProvider plain =
                TestIdentityProvider.builder(() -> Verifying.NOW)
                        .authority(idp.authority())
                        .serve(0)) {
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(plain.url() + "/saml/login"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode())
                    .isEqualTo(404);
        }
    }
}
