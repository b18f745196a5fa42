package dev.understudy.idp.saml;

/**
 * A way in which a response is broken on purpose. The wrappings are numbered as in Somorovsky et
 * al., "On Breaking SAML: Be Whoever You Want to Be": each shows its reader a forged copy of the
 * signed element while the signature still holds for the real one.
 *
 * @see <a
 *     href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On
 *     Breaking SAML</a>
 */
public enum SamlFault {
    /** Made ten minutes ago, and over since. */
    EXPIRED,
    /** Good from ten minutes from now. */
    NOT_YET_VALID,
    /** Every time but that of its subject's confirmation is right. */
    CONFIRMATION_EXPIRED,
    /** Meant for somebody else. */
    WRONG_AUDIENCE,
    /** Sent to somebody else. */
    WRONG_RECIPIENT,
    /** Says that somebody else issued it. */
    WRONG_ISSUER,
    /** Signed by a key that the metadata does not name, which it offers in itself. */
    WRONG_KEY,
    /** Without any signature. */
    UNSIGNED,
    /** One character of the signed text changed. */
    CHANGED,
    /** Forged in the place of the real element, which stands in the signature's Object. */
    WRAPPED_1,
    /** Forged in the place of the real element, which stands before the signature in it. */
    WRAPPED_2,
    /** Forged before the real element. */
    WRAPPED_3,
    /** Forged around the real element. */
    WRAPPED_4,
    /** Forged under the signature; the real element at the document's end. */
    WRAPPED_5,
    /** Forged under the signature; the real element in the signature. */
    WRAPPED_6,
    /** Forged in the place of the real element, which stands in Extensions. */
    WRAPPED_7,
    /** Forged under the signature; the real element in the signature's Object. */
    WRAPPED_8,
    /** A comment in the name, which signatures do not see; some readers stop at it. */
    COMMENT_IN_NAME,
    /** A document type. */
    DOCTYPE,
    /** A document type whose entities would expand to gigabytes. */
    ENTITY_EXPANSION,
    /** A document type that has a file read. */
    EXTERNAL_ENTITY,
    /** A processing instruction inside the name. */
    PROCESSING_INSTRUCTION,
    /** Signed through an XSL transformation. */
    XSLT,
    /** Signed but for what an XPath leaves out. */
    XPATH,
    /** Signed in the canonical form that also sees what stands around the element. */
    INCLUSIVE_CANONICAL_FORM,
    /** Signed over SHA-1. */
    SHA1,
    /** Signed by a shared secret: the certificate's public key. */
    HMAC,
    /** A second assertion, which nobody signed. */
    TWO_ASSERTIONS,
    /** Two descriptions of what is signed. */
    TWO_SIGNED_INFOS,
    /** A second digest beside the signed one. */
    TWO_DIGESTS,
    /** Two elements are signed at once. */
    TWO_REFERENCES,
    /** The signature refers to the document, not to an element. */
    EMPTY_URI,
    /** The signature refers to another element. */
    FOREIGN_URI,
    /** The signature stands in an element that it does not refer to. */
    SIGNATURE_MOVED,
    /** Two elements share the id that the signature refers to. */
    ID_TWICE
}
