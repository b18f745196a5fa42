package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A way to sign in from a terminal. */
interface LoginWay {
    /** Refuses options that cannot be meant. */
    void check();

    /** What credentials depend on, besides the role, to be found again. */
    List<String> words(String account);

    /** The operation that makes credentials of what comes of it. */
    String operation();

    /** The port that the answer comes to where none is given; 0 for any that is free. */
    int port();

    /**
     * Sends somebody to sign in, and waits.
     *
     * @param account of the role, {@code arn:aws:iam::111122223333}
     * @param browser opens an address
     * @return what the operation is to be told besides the role; null if nobody came in time
     * @throws NotSignedIn if the provider says no
     */
    @Nullable Map<String, String> signIn(
            String account, int port, Duration atMost, Consumer<URI> browser)
            throws IOException, InterruptedException, NotSignedIn;

    /** Why nobody is signed in. */
    final class NotSignedIn extends Exception {
        private static final long serialVersionUID = 1L;

        NotSignedIn(String message) {
            super(message, null, false, false);
        }
    }
}
