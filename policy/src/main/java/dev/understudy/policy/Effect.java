package dev.understudy.policy;

/** What a statement does when it matches. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** As documents spell it. */
    public String text() {
        return text;
    }
}
