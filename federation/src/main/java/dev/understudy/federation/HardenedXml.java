package dev.understudy.federation;

import java.io.StringReader;

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

    private HardenedXml() {}

    static XMLStreamReader reader(String document) throws XMLStreamException {
        return factory().createXMLStreamReader(new StringReader(document));
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
