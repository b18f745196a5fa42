package dev.understudy.operation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads answers as a strict client does, and what of them later requests may name. */
final class FuzzAnswers {
    private static final int REDIRECTED = 302;
    private static final List<String> INSIDE =
            List.of("Exception in", "\tat ", "at dev.", "java.lang", "dev.understudy");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
    private static final JsonMapper JSON = new JsonMapper();

    private final FuzzTexts texts;

    FuzzAnswers(FuzzTexts texts) {
        this.texts = texts;
    }

    /** What is wrong with the answer; empty if nothing is. */
    String fault(WireResponse response, Service service) {
        if (response.status() == 500 || response.status() == 503) {
            return "the server failed";
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        for (String inside : INSIDE) {
            if (text.contains(inside)) {
                return "the answer tells of the program's inside: " + inside;
            }
        }
        try {
            learn(response, service);
            return "";
        } catch (XMLStreamException | JacksonException broken) {
            return "the answer is not well-formed: " + broken.getMessage();
        }
    }

    private void learn(WireResponse response, Service service) throws XMLStreamException {
        if (response.status() == REDIRECTED) {
            return;
        }
        if (service.speaksJson()) {
            learn(JSON.readTree(response.body()));
        } else {
            learn(response.body());
        }
    }

    private void learn(JsonNode node) {
        node.forEachEntry((name, value) -> {
            if (value.isString()) {
                texts.learn(name, value.stringValue());
            }
            learn(value);
        });
        if (node.isArray()) {
            node.forEach(this::learn);
        }
    }

    private void learn(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
        String element = "";
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element = reader.getLocalName();
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT && !element.isEmpty()) {
                texts.learn(element, text.toString());
                element = "";
            }
        }
        reader.close();
    }
}
