package dev.understudy.operation;

/** Small rules for texts that go into messages. */
final class Texts {
    private static final int SHOWN = 64;

    private Texts() {}

    /** The text, cut where a message would grow too long. */
    static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The member name as AWS's validation messages spell it: the first letter small. */
    static String memberName(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
