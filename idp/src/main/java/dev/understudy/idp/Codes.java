package dev.understudy.idp;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Authorization codes, each good for a minute, and once. Of very many the oldest are forgotten. */
final class Codes {
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final int RANDOM_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Login> logins =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
                    return size() > MOST;
                }
            };

    /** Somebody who signed in, and for what request. */
    record Login(CodeRequest request, String subject, Instant at) {}

    synchronized String make(Login login) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        logins.put(code, login);
        return code;
    }

    /** Whoever shows a code uses it up, also where all else they show is wrong. */
    synchronized @Nullable Login use(String code, Instant now) {
        Login login = logins.remove(code);
        return login == null || now.isAfter(login.at().plus(LIFETIME)) ? null : login;
    }
}
