package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assertion says, read from octets whose signature was verified.
 *
 * @param nameId empty if the subject has no name
 * @param nameFormat empty if it is not said
 * @param confirmations how the subject is confirmed
 * @param notBefore the latest of its conditions; null if they have none
 * @param notOnOrAfter the earliest of its conditions; null if they have none
 * @param audiences a list for each restriction, all of which bind
 * @param unknownConditions whether there are conditions beyond the standard's, of which the
 *     standard demands that whoever does not know them refuses
 * @param sessionEnd when the provider's own session ends; null if it does not say
 * @param attributes values by the attributes' names, in the document's order
 */
record SamlAssertion(
        String id,
        String issuer,
        Instant issuedAt,
        String nameId,
        String nameFormat,
        List<Confirmation> confirmations,
        @Nullable Instant notBefore,
        @Nullable Instant notOnOrAfter,
        List<List<String>> audiences,
        boolean unknownConditions,
        @Nullable Instant sessionEnd,
        Map<String, List<String>> attributes) {

    /** One way in which the subject is confirmed. */
    record Confirmation(
            String method,
            @Nullable String recipient,
            @Nullable Instant notBefore,
            @Nullable Instant notOnOrAfter) {}

    private static final List<String> KNOWN_CONDITIONS =
            List.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    /** What this assertion says; null if it lacks what every assertion has, or dates by no date. */
    static @Nullable SamlAssertion read(Element assertion) {
        try {
            String id = SamlNames.attribute(assertion, "ID");
            Instant issuedAt = time(assertion, "IssueInstant");
            if (id == null || issuedAt == null || !version2(assertion)) {
                return null;
            }
            List<Element> conditions = all(assertion, "Conditions");
            Element subject = SamlNames.child(assertion, SamlNames.ASSERTION, "Subject");
            Element name = subject == null ? null : single(subject, "NameID");
            String format = name == null ? null : SamlNames.attribute(name, "Format");
            return new SamlAssertion(
                    id,
                    SamlNames.text(single(assertion, "Issuer")),
                    issuedAt,
                    SamlNames.text(name),
                    format == null ? "" : format,
                    subject == null ? List.of() : confirmations(subject),
                    latest(conditions, "NotBefore"),
                    earliest(conditions, "NotOnOrAfter"),
                    audiences(conditions),
                    conditions.stream().anyMatch(SamlAssertion::hasUnknown),
                    earliest(all(assertion, "AuthnStatement"), "SessionNotOnOrAfter"),
                    attributes(assertion));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static boolean version2(Element assertion) {
        return "2.0".equals(SamlNames.attribute(assertion, "Version"));
    }

    private static List<Element> all(Element parent, String name) {
        return SamlNames.children(parent, SamlNames.ASSERTION, name);
    }

    /** The one child of this name; null if there is none, or several to choose from. */
    private static @Nullable Element single(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static List<Confirmation> confirmations(Element subject) {
        List<Confirmation> confirmations = new ArrayList<>();
        for (Element confirmation : all(subject, "SubjectConfirmation")) {
            Element data = single(confirmation, "SubjectConfirmationData");
            confirmations.add(
                    new Confirmation(
                            confirmation.getAttributeNS(null, "Method"),
                            data == null ? null : SamlNames.attribute(data, "Recipient"),
                            data == null ? null : time(data, "NotBefore"),
                            data == null ? null : time(data, "NotOnOrAfter")));
        }
        return confirmations;
    }

    private static List<List<String>> audiences(List<Element> conditions) {
        return conditions.stream()
                .flatMap(one -> all(one, "AudienceRestriction").stream())
                .map(restriction ->
                        all(restriction, "Audience").stream().map(SamlNames::text).toList())
                .toList();
    }

    private static boolean hasUnknown(Element conditions) {
        for (var node = conditions.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element condition
                    && !(SamlNames.ASSERTION.equals(condition.getNamespaceURI())
                            && KNOWN_CONDITIONS.contains(condition.getLocalName()))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<String>> attributes(Element assertion) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element statement : all(assertion, "AttributeStatement")) {
            for (Element attribute : all(statement, "Attribute")) {
                List<String> values =
                        attributes.computeIfAbsent(
                                attribute.getAttributeNS(null, "Name"), name -> new ArrayList<>());
                all(attribute, "AttributeValue")
                        .forEach(value -> values.add(SamlNames.text(value)));
            }
        }
        return attributes;
    }

    private static @Nullable Instant latest(List<Element> elements, String name) {
        Instant latest = null;
        for (Element element : elements) {
            Instant own = time(element, name);
            latest = own != null && (latest == null || own.isAfter(latest)) ? own : latest;
        }
        return latest;
    }

    private static @Nullable Instant earliest(List<Element> elements, String name) {
        Instant earliest = null;
        for (Element element : elements) {
            Instant own = time(element, name);
            earliest = own != null && (earliest == null || own.isBefore(earliest)) ? own : earliest;
        }
        return earliest;
    }

    private static @Nullable Instant time(Element element, String name) {
        String text = SamlNames.attribute(element, name);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
