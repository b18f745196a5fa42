package dev.understudy.idp.saml;

import static dev.understudy.idp.saml.Verifying.ENCRYPTION;
import static dev.understudy.idp.saml.Verifying.NOW;
import static dev.understudy.idp.saml.Verifying.fingerprint;
import static dev.understudy.idp.saml.Verifying.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.VerifiedAssertion;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Fifty signed responses, spoiled at random: by bytes, and by moving, copying, renaming and mixing
 * elements of all of them. Whatever is still believed must say exactly what one of the fifty said.
 * {@code -Dunderstudy.mutations} and {@code -Dunderstudy.seed} make more and others.
 */
class MutatedResponseTest {
    private static final int SEEDS = 50;
    private static final int MUTATIONS = Integer.getInteger("understudy.mutations", 1_500);
    private static final List<String> HARMFUL =
            List.of(
                    "<!-- -->",
                    "<![CDATA[x]]>",
                    "<?x?>",
                    "&#0;",
                    "&lt;",
                    "&x;",
                    "<!DOCTYPE x>",
                    " ID=\"x\"",
                    " xmlns=\"urn:x\"",
                    " xmlns:saml=\"urn:x\"",
                    "<saml:NameID>admin</saml:NameID>",
                    "<ds:Object/>",
                    "\u0000",
                    "\ud800");

    private final Random random = new Random(Long.getLong("understudy.seed", 20_260_115L));
    private final Verifying verifying = new Verifying();
    private final SamlTrust trust = verifying.trust();
    private final List<String> seeds = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private void makeSeeds() {
        Signed[] modes = Signed.values();
        for (int i = 0; i < SEEDS; i++) {
            SamlLogin login =
                    login().signed(modes[i % modes.length]).tag("number", Integer.toString(i));
            if (i % 5 == 0) {
                login.encryptedFor(ENCRYPTION.getPublic());
            }
            String seed = verifying.idp.xml(login);
            seeds.add(seed);
            said.add(fingerprint(verifying.proven(SamlIdentityProvider.base64(seed))));
        }
        assertThat(said).hasSize(SEEDS);
    }

    @Test
    void whatIsBelievedWasSaid() {
        makeSeeds();
        int believed = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String seed = seeds.get(random.nextInt(SEEDS));
            String mutated = random.nextBoolean() ? ofBytes(seed) : ofElements(seed);
            Proof proof =
                    verifying.verifier.verify(SamlIdentityProvider.base64(mutated), trust, NOW);
            if (proof instanceof Proof.Proven proven) {
                believed++;
                assertThat(said)
                        .as(mutated)
                        .contains(fingerprint((VerifiedAssertion) proven.identity()));
            }
        }
        assertThat(believed)
                .as("some changes are of no account, so that the oracle is asked at all")
                .isBetween(1, MUTATIONS / 2);
    }

    @Test
    void metadataIsReadOrNot() {
        String seed = verifying.idp.metadata(NOW);
        for (int i = 0; i < MUTATIONS; i++) {
            SamlMetadata read = SamlMetadata.parse(ofBytes(seed));
            if (read != null) {
                assertThat(read.issuers())
                        .allSatisfy(issuer -> assertThat(issuer.certificates()).isNotEmpty());
            }
        }
    }

    private String ofBytes(String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, HARMFUL.get(random.nextInt(HARMFUL.size())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
            }
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Elements moved, copied, renamed, emptied, or taken from another seed. */
    private String ofElements(String seed) {
        Document document = Xml.again(seed);
        Document other = Xml.again(seeds.get(random.nextInt(SEEDS)));
        for (int i = random.nextInt(3); i >= 0; i--) {
            Element target = any(document);
            Element source = random.nextBoolean() ? any(document) : any(other);
            Node copy = document.importNode(source, true);
            switch (random.nextInt(6)) {
                case 0 -> target.appendChild(copy);
                case 1 -> target.insertBefore(copy, target.getFirstChild());
                case 2 -> replace(document, target, copy);
                case 3 -> target.setTextContent(source.getTextContent());
                case 4 -> target.setAttributeNS(null, "ID", source.getAttributeNS(null, "ID"));
                default -> target.appendChild(document.createComment("x"));
            }
        }
        return Xml.write(document);
    }

    private static void replace(Document document, Element target, Node copy) {
        if (target == document.getDocumentElement()) {
            document.replaceChild(copy, target);
            return;
        }
        target.getParentNode().replaceChild(copy, target);
    }

    private Element any(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return (Element) all.item(random.nextInt(all.getLength()));
    }
}
