package dev.understudy.server.cli;

import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the test identity provider keeps its keys, and who it says it is. */
final class IdpOptions {
    /** Who the provider says it is where nothing else is said: AWS takes no port in an issuer. */
    static final String ISSUER = "https://localhost";

    /** The port that the provider is served on where none is given. */
    static final int PORT = 4610;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of the server's state; the provider's keys are in DIR/idp")
    private @Nullable Path data;

    Path folder() {
        String named = System.getenv("UNDERSTUDY_DATA");
        Path state =
                data != null
                        ? data
                        : named == null
                                ? ConfigLoader.defaultData(Map.copyOf(System.getenv()))
                                : Path.of(named);
        return state.resolve("idp");
    }

    /** The folder, which may not be there yet. */
    Path usableFolder() {
        Path folder = folder();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ConfigProblem("cannot keep keys in " + folder + ": it is no folder");
        }
        return folder;
    }

    /** The provider, told the time by this machine. */
    TestIdentityProvider.Builder builder() throws IOException {
        return TestIdentityProvider.builder(InstantSource.system())
                .keys(usableFolder().resolve("keys.json"));
    }

    /** A provider that is not served. */
    TestIdentityProvider provider(String issuer) throws IOException {
        return orProblem(() -> builder().issuer(issuer).build());
    }

    /** What needs the files of the provider. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does it; what is wrong with the files is told without a stack trace. */
    static <T> T orProblem(Work<T> work) throws IOException {
        try {
            return work.done();
        } catch (UncheckedIOException unusable) {
            throw new ConfigProblem(
                    "cannot keep the provider's keys: " + String.valueOf(unusable.getMessage()));
        } catch (IllegalArgumentException notUnderstood) {
            throw new ConfigProblem(String.valueOf(notUnderstood.getMessage()));
        }
    }

    /** An issuer that AWS takes: a URL with {@code https}, without port, query and fragment. */
    static String issuer(String url) {
        try {
            URI uri = URI.create(url);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() < 0
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            // refused below, like all that is none
        }
        throw new ConfigProblem(
                "`--issuer` is `"
                        + url
                        + "`, and must be a URL like "
                        + Like.GITHUB.issuer()
                        + ", without a port or a query");
    }

    /** The constant that an option names, in small letters with hyphens. */
    static <E extends Enum<E>> E named(String what, String name, E[] known) {
        for (E one : known) {
            if (name(one).equals(name)) {
                return one;
            }
        }
        throw ConfigProblem.unknown(what, name, names(known));
    }

    static List<String> names(Enum<?>[] known) {
        return Arrays.stream(known).map(IdpOptions::name).toList();
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
