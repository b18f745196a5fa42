package dev.understudy.policy;

/**
 * An AWS account id.
 *
 * @param digits exactly twelve
 */
public record AccountId(String digits) {
    private static final int LENGTH = 12;

    /** Checks the form; IllegalArgumentException if it is not twelve digits. */
    public AccountId {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "`" + digits + "` is no account id: it needs 12 digits");
        }
    }

    /** The account id in this text; IllegalArgumentException if it is not twelve digits. */
    public static AccountId of(String digits) {
        return new AccountId(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
