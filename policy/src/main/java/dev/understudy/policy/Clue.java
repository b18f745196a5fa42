package dev.understudy.policy;

/** The usual reasons why something that was meant to match did not. */
public enum Clue {
    /** The request has no such key. */
    KEY_MISSING("keyMissing"),
    /** Equal but for the case of letters, which counts here. */
    LETTER_CASE("letterCase"),
    /** A star or question mark where it is no wildcard. */
    WILDCARD_IS_LITERAL("wildcardIsLiteral"),
    /** Equal but for blanks at the ends. */
    BLANKS("blanks"),
    /** Equal but for a slash at the end. */
    SLASH_AT_END("slashAtEnd"),
    /** A few letters off. */
    MISSPELT("misspelt"),
    /** The same in another account. */
    OTHER_ACCOUNT("otherAccount"),
    /** The same in another partition. */
    OTHER_PARTITION("otherPartition"),
    /** The same in another region. */
    OTHER_REGION("otherRegion"),
    /** The same of another service. */
    OTHER_SERVICE("otherService"),
    /** The same under another path. */
    PATH("path"),
    /** The container is named where its content is asked for, or the other way round. */
    CONTAINER_OR_CONTENT("containerOrContent"),
    /** The action has no resource, and an ARN is named. */
    NO_RESOURCE("noResource"),
    /** A variable has no value in this request. */
    VARIABLE_WITHOUT_VALUE("variableWithoutValue"),
    /** A variable in a document whose version has none. */
    VARIABLE_IS_TEXT("variableIsText"),
    /** A value that is not of the operator's type. */
    NOT_OF_TYPE("notOfType"),
    /** A principal that is named in a form that does not mean it. */
    PRINCIPAL_FORM("principalForm"),
    /** A unique id of somebody else, who perhaps was deleted. */
    PRINCIPAL_DELETED("principalDeleted");

    private final String code;

    Clue(String code) {
        this.code = code;
    }

    /** For machines; stable. */
    public String code() {
        return code;
    }
}
