package dev.understudy.iam.passwords;

import dev.understudy.directory.Account;
import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.PasswordPolicy;
import dev.understudy.directory.Sealed;
import dev.understudy.iam.errors.EntityTemporarilyUnmodifiable;
import dev.understudy.iam.errors.PasswordPolicyViolation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a new password must be: the account's policy, or AWS's default where there is none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">
 *     Account password policy</a>
 */
final class PasswordRules {
    /** Earlier passwords are kept for the longest rule there can be, whatever the rule is now. */
    private static final int KEPT = 24;

    private static final int DEFAULT_LENGTH = 8;
    private static final int DEFAULT_CLASSES = 3;
    private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

    /** A class of characters, with the words that ask for it. */
    private enum CharacterClass {
        UPPERCASE("uppercase letter"),
        LOWERCASE("lowercase letter"),
        NUMBER("number"),
        SYMBOL("symbol");

        private final String word;

        CharacterClass(String word) {
            this.word = word;
        }

        private boolean holds(int c) {
            return switch (this) {
                case UPPERCASE -> c >= 'A' && c <= 'Z';
                case LOWERCASE -> c >= 'a' && c <= 'z';
                case NUMBER -> c >= '0' && c <= '9';
                case SYMBOL -> SYMBOLS.indexOf(c) >= 0;
            };
        }

        private boolean isIn(String password) {
            return password.chars().anyMatch(this::holds);
        }

        private String demand() {
            return "Password should have at least one " + word;
        }
    }

    private PasswordRules() {}

    /** Passes, or throws PasswordPolicyViolation with all that is missing. */
    static void check(Account account, String password) {
        List<String> missing = missing(account, password);
        if (!missing.isEmpty()) {
            throw PasswordPolicyViolation.because(String.join(", ", missing));
        }
    }

    /** Whether the password is what it must be. */
    static boolean pass(Account account, String password) {
        return missing(account, password).isEmpty();
    }

    private static List<String> missing(Account account, String password) {
        PasswordPolicy policy = account.credentials().passwordPolicy();
        return policy == null ? byDefault(account, password) : by(policy, password);
    }

    private static List<String> by(PasswordPolicy policy, String password) {
        List<String> missing = new ArrayList<>();
        length(policy.minimumLength(), password, missing);
        demand(policy.requireUppercase(), CharacterClass.UPPERCASE, password, missing);
        demand(policy.requireLowercase(), CharacterClass.LOWERCASE, password, missing);
        demand(policy.requireNumbers(), CharacterClass.NUMBER, password, missing);
        demand(policy.requireSymbols(), CharacterClass.SYMBOL, password, missing);
        return missing;
    }

    private static void demand(
            boolean required, CharacterClass kind, String password, List<String> missing) {
        if (required && !kind.isIn(password)) {
            missing.add(kind.demand());
        }
    }

    private static List<String> byDefault(Account account, String password) {
        List<String> missing = new ArrayList<>();
        length(DEFAULT_LENGTH, password, missing);
        List<String> absent =
                Stream.of(CharacterClass.values())
                        .filter(kind -> !kind.isIn(password))
                        .map(CharacterClass::demand)
                        .toList();
        int more = DEFAULT_CLASSES - (CharacterClass.values().length - absent.size());
        if (more > 0) {
            missing.add(
                    "Password should meet "
                            + more
                            + " more of the following requirements: "
                            + String.join(", ", absent));
        }
        if (password.equalsIgnoreCase(account.alias())) {
            missing.add("Password should not be the name of the account");
        }
        return missing;
    }

    private static void length(int least, String password, List<String> missing) {
        if (password.codePointCount(0, password.length()) < least) {
            missing.add("Password should have a minimum length of " + least);
        }
    }

    /**
     * Passes if the password was hashed beside this profile. Where it was not, the profile came to
     * be, or was made again, while the hash was made.
     */
    static PasswordHashes.Hashed fitting(
            PasswordHashes.@Nullable Hashed prepared, LoginProfile profile, String userName) {
        if (prepared == null || !prepared.fits(profile)) {
            throw EntityTemporarilyUnmodifiable.loginProfile(userName);
        }
        return prepared;
    }

    /** Passes, or throws PasswordPolicyViolation if the password comes back too soon. */
    static void checkReuse(Account account, LoginProfile profile, PasswordHashes.Hashed password) {
        PasswordPolicy policy = account.credentials().passwordPolicy();
        int barred = policy == null ? 0 : policy.reusePrevention();
        boolean reused =
                Stream.concat(Stream.of(profile.password()), profile.earlier().stream())
                        .limit(barred)
                        .anyMatch(stored -> password.is(profile.userId(), stored));
        if (reused) {
            throw PasswordPolicyViolation.because(
                    "Password should not be one of the last " + barred + " passwords");
        }
    }

    /** The profile with another password. */
    static LoginProfile replaced(
            LoginProfile profile,
            PasswordHashes.Hashed password,
            boolean resetRequired,
            Instant now) {
        List<Sealed> earlier =
                Stream.concat(Stream.of(profile.password()), profile.earlier().stream())
                        .limit(KEPT)
                        .toList();
        return new LoginProfile(
                profile.userId(),
                profile.createDate(),
                now,
                resetRequired,
                password.seal(profile.userId()),
                earlier);
    }
}
