package dev.understudy.federation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where assertions may be sent, and whom they may be meant for: AWS's own sign-in addresses, and
 * what a server adds of its own.
 */
public final class AssertionConsumers {
    private static final String AUDIENCE = "urn:amazon:webservices";
    private static final Set<String> ADDRESSES =
            Set.of(
                    "https://signin.aws.amazon.com/saml",
                    "https://signin.aws.amazon.com/static/saml");
    private static final Pattern REGIONAL =
            Pattern.compile(
                    "https://[a-z]{2}(-[a-z]{2,10}){1,3}-[0-9]{1,2}\\.signin\\.aws\\.amazon\\.com/saml");

    private static final int MOST_CHARACTERS = 2_048;

    private final Set<String> own;

    private AssertionConsumers(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    /** AWS's. */
    public static AssertionConsumers aws() {
        return new AssertionConsumers(Set.of());
    }

    /** These and this address, for example {@code https://host/saml}. */
    public AssertionConsumers and(String address) {
        Set<String> more = new HashSet<>(own);
        more.add(address);
        return new AssertionConsumers(more);
    }

    /** Whether an assertion may be sent to this address. */
    boolean receives(String address) {
        return own.contains(address)
                || ADDRESSES.contains(address)
                || address.length() <= MOST_CHARACTERS && REGIONAL.matcher(address).matches();
    }

    /** Whether one of these is meant: by AWS's name, or by an address. */
    boolean meant(List<String> audiences) {
        return audiences.stream().anyMatch(one -> one.equals(AUDIENCE) || receives(one));
    }
}
