package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one way to read XML that others wrote: the platform's own reader, which fetches nothing,
 * expands nothing, and stops at its limits. A document type is an event that callers refuse.
 */
final class HardenedXml {
    private static final String[][] LIMITS = {
        {"jdk.xml.elementAttributeLimit", "100"},
        {"jdk.xml.maxElementDepth", "100"},
        {"jdk.xml.maxXMLNameLimit", "1000"},
        {"jdk.xml.entityExpansionLimit", "1"},
    };

    /** Making one costs more than what it reads; each is one thread's at a time. */
    private static final Queue<DocumentBuilder> BUILDERS = new ArrayBlockingQueue<>(32);

    private HardenedXml() {}

    static XMLStreamReader reader(String document) throws XMLStreamException {
        return factory().createXMLStreamReader(new StringReader(document));
    }

    /**
     * The document in these bytes as a tree; null if they are none, or none in UTF-8, or have a
     * document type.
     */
    static @Nullable Document document(byte[] utf8) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            DocumentBuilder idle = BUILDERS.poll();
            DocumentBuilder builder = idle == null ? documents().newDocumentBuilder() : idle;
            // The default handler prints what it refuses.
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("nothing is fetched");
            });
            Document document = builder.parse(new InputSource(new StringReader(text)));
            // One that met what it refuses is not used again.
            builder.reset();
            BUILDERS.offer(builder);
            return document;
        } catch (CharacterCodingException | SAXException notXml) {
            return null;
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("the platform's own parser", impossible);
        }
    }

    private static DocumentBuilderFactory documents() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // All of a response is looked at, so that nodes made later are only made dearer.
        factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        for (String[] limit : LIMITS) {
            factory.setAttribute(limit[0], limit[1]);
        }
        return factory;
    }

    /** A factory is not promised to be safe for many threads, so each reader has its own. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        for (String[] limit : LIMITS) {
            factory.setProperty(limit[0], limit[1]);
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
