package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads metadata in one pass, keeping nothing but what is asked for. */
final class SamlMetadataReader {
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MOST_DEPTH = 64;
    private static final int MOST_CERTIFICATE_CHARACTERS = 16_384;

    private final XMLStreamReader xml;
    private final List<SamlMetadata.Issuer> issuers = new ArrayList<>();
    private @Nullable Instant rootValidUntil;

    // The entity and the role that are being read.
    private @Nullable String entityId;
    private @Nullable Instant entityValidUntil;
    private List<X509Certificate> certificates = new ArrayList<>();
    private boolean inIdentityProvider;
    private boolean inSigningKey;

    private SamlMetadataReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static @Nullable SamlMetadata read(String document) {
        try {
            XMLStreamReader xml = HardenedXml.reader(document);
            SamlMetadataReader reader = new SamlMetadataReader(xml);
            reader.readAll();
            return reader.issuers.isEmpty()
                    ? null
                    : new SamlMetadata(reader.issuers, reader.rootValidUntil);
        } catch (XMLStreamException
                | CertificateException
                | DateTimeException
                | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private void readAll() throws XMLStreamException, CertificateException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MOST_DEPTH) {
                        throw new XMLStreamException("too deep");
                    }
                    start(depth == 1);
                    if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                        depth--;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end();
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("a document type is not metadata");
                default -> {
                    // Text, comments and processing instructions say nothing here.
                }
            }
        }
    }

    private void start(boolean root) throws XMLStreamException, CertificateException {
        if (root) {
            rootValidUntil = time(xml.getAttributeValue(null, "validUntil"));
        }
        if (is(METADATA, "EntityDescriptor")) {
            entityId = xml.getAttributeValue(null, "entityID");
            entityValidUntil = time(xml.getAttributeValue(null, "validUntil"));
            certificates = new ArrayList<>();
        } else if (is(METADATA, "IDPSSODescriptor")) {
            inIdentityProvider = true;
        } else if (is(METADATA, "KeyDescriptor")) {
            String use = xml.getAttributeValue(null, "use");
            inSigningKey = inIdentityProvider && (use == null || use.equals("signing"));
        } else if (inSigningKey && is(SIGNATURE, "X509Certificate")) {
            certificates.add(certificate(xml.getElementText()));
        }
    }

    private void end() {
        if (is(METADATA, "EntityDescriptor")) {
            if (entityId != null && !entityId.isBlank() && !certificates.isEmpty()) {
                issuers.add(new SamlMetadata.Issuer(entityId, certificates, entityValidUntil));
            }
            entityId = null;
        } else if (is(METADATA, "IDPSSODescriptor")) {
            inIdentityProvider = false;
        } else if (is(METADATA, "KeyDescriptor")) {
            inSigningKey = false;
        }
    }

    private boolean is(String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static X509Certificate certificate(String text) throws CertificateException {
        if (text.length() > MOST_CERTIFICATE_CHARACTERS) {
            throw new CertificateException("larger than any certificate");
        }
        byte[] der = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
