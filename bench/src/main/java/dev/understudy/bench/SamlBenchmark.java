package dev.understudy.bench;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * All that verifying a SAML response does, beside the check of the XML signature in it: the
 * platform's own, on a tree that is there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SamlBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/idp";

    private final SamlIdentityProvider provider =
            SamlIdentityProvider.create("https://idp.example.org/saml");
    private final String xml =
            provider.xml(
                    SamlLogin.of("alice@example.org", "alice", NOW)
                            .role(ROLE, PROVIDER)
                            .tag("team", "blue"));
    private final String response = SamlIdentityProvider.base64(xml);
    private final SamlTrust trust =
            new SamlTrust(
                    PROVIDER,
                    "111122223333",
                    "idp",
                    Objects.requireNonNull(SamlMetadata.parse(provider.metadata())),
                    List.of(),
                    false);
    private final SamlResponseVerifier verifier =
            new SamlResponseVerifier(AssertionConsumers.aws(), false);
    private final Document document = tree();

    private Document tree() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The signature alone. */
    @Benchmark
    public boolean signature() throws Exception {
        Element signature =
                (Element)
                        document.getElementsByTagNameNS(
                                        "http://www.w3.org/2000/09/xmldsig#", "Signature")
                                .item(0);
        DOMValidateContext context =
                new DOMValidateContext(provider.certificate().getPublicKey(), signature);
        context.setIdAttributeNS((Element) signature.getParentNode(), null, "ID");
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    /** The whole proof, from the parameter's text to the identity. */
    @Benchmark
    public Proof proof() {
        return verifier.verify(response, trust, NOW);
    }
}
