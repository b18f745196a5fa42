package dev.understudy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.operation.WireResponse;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/** An answer as a client reads it: parsed as XML, with elements found by their names. */
public record Answer(WireResponse response, @Nullable Document document) {
    static Answer of(WireResponse response) {
        try {
            Document document =
                    response.body().length == 0
                            ? null
                            : DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(new ByteArrayInputStream(response.body()));
            return new Answer(response, document);
        } catch (Exception unreadable) {
            throw new AssertionError("not XML: " + new String(response.body()), unreadable);
        }
    }

    public int status() {
        return response.status();
    }

    /** The texts of all elements of this name. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (document != null) {
            NodeList nodes = document.getElementsByTagName(name);
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
        }
        return texts;
    }

    /** The text of the first element of this name; fails if there is none. */
    public String text(String name) {
        List<String> texts = texts(name);
        assertThat(texts).as("<%s> in %s", name, this).isNotEmpty();
        return texts.getFirst();
    }

    public boolean has(String name) {
        return !texts(name).isEmpty();
    }

    public @Nullable String header(String name) {
        return response.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value())
                .findFirst()
                .orElse(null);
    }

    /** Fails unless the answer is a success. */
    public Answer ok() {
        assertThat(status()).as(toString()).isEqualTo(200);
        return this;
    }

    /** Fails unless the answer is this error. */
    public Answer refused(int status, String code, String message) {
        assertThat(status() + " " + code() + ": " + message())
                .isEqualTo(status + " " + code + ": " + message);
        return this;
    }

    /** Fails unless the answer has this error code. */
    public Answer refused(String code) {
        assertThat(code()).as(toString()).isEqualTo(code);
        return this;
    }

    public String code() {
        return has("Code") ? text("Code") : "";
    }

    public String message() {
        return has("Message") ? text("Message") : "";
    }

    @Override
    public String toString() {
        return response.status()
                + " "
                + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
