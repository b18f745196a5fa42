package dev.understudy.server.config;

import dev.understudy.operation.Mode;
import dev.understudy.server.issuers.AddressRules;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain settings by their names in the configuration file, each with the place it was given in.
 * Later places win: file, environment, command line.
 */
public final class Settings {
    /**
     * The names, as in the file; the environment has them as {@code UNDERSTUDY_MANAGEMENT_PORT}.
     */
    public static final List<String> NAMES =
            List.of(
                    "port",
                    "managementPort",
                    "host",
                    "data",
                    "mode",
                    "dev",
                    "allowRemote",
                    "idpAllowNetwork",
                    "idpAddress",
                    "propagationDelay",
                    "issuerUrl",
                    "publicUrl",
                    "samlAcs",
                    "samlAllowSha1",
                    "auditLog");

    private static final String PREFIX = "UNDERSTUDY_";
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");
    private static final Duration MOST = Duration.ofHours(1);

    /** Variables that are no settings: the launcher reads them, or the command line does. */
    private static final List<String> LAUNCHER =
            List.of(
                    "UNDERSTUDY_JAVA",
                    "UNDERSTUDY_JAVA_OPTIONS",
                    "UNDERSTUDY_NO_CACHE",
                    "UNDERSTUDY_CONFIG");

    private final Map<String, Given> given = new LinkedHashMap<>();

    private record Given(String place, String value) {}

    /**
     * A setting given in a place, which messages name.
     *
     * @throws ConfigProblem if the value is bad, also where a later place gives a better one
     */
    public void give(String name, String place, @Nullable String value) {
        if (value != null) {
            given.put(name, new Given(place, value));
            check(name);
        }
    }

    private void check(String name) {
        switch (name) {
            case "port", "managementPort" -> port(name, 0);
            case "host" -> text(name, "");
            case "data", "auditLog" -> path(name);
            case "mode" -> mode();
            case "dev", "allowRemote", "samlAllowSha1" -> flag(name);
            case "idpAllowNetwork", "idpAddress" -> networks();
            case "propagationDelay" -> duration(name);
            case "issuerUrl", "publicUrl" -> url(name);
            case "samlAcs" -> addresses(name);
            default -> throw new IllegalArgumentException(name + " is no setting");
        }
    }

    /** What the environment says. */
    public void giveEnvironment(Map<String, String> environment) {
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !LAUNCHER.contains(variable)) {
                give(nameOf(variable), "environment variable " + variable, value);
            }
        });
    }

    private static String nameOf(String variable) {
        for (String name : NAMES) {
            if (variable(name).equals(variable)) {
                return name;
            }
        }
        throw ConfigProblem.unknown(
                "environment variable", variable, NAMES.stream().map(Settings::variable).toList());
    }

    /** The name of a setting in the environment. */
    static String variable(String name) {
        return PREFIX + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    int port(String name, int fallback) {
        Given setting = given.get(name);
        if (setting == null) {
            return fallback;
        }
        try {
            int port = Integer.parseInt(setting.value());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the message for all that is no port
        }
        throw bad(name, setting, "a port from 0 to 65535");
    }

    String text(String name, String fallback) {
        Given setting = given.get(name);
        if (setting != null && setting.value().isBlank()) {
            throw bad(name, setting, "given, or left out");
        }
        return setting == null ? fallback : setting.value();
    }

    @Nullable Path path(String name) {
        Given setting = given.get(name);
        if (setting == null) {
            return null;
        }
        try {
            if (!setting.value().isBlank()) {
                return Path.of(setting.value());
            }
        } catch (InvalidPathException noPath) {
            // falls through to the message for all that is no path
        }
        throw bad(name, setting, "the path of a folder");
    }

    boolean flag(String name) {
        Given setting = given.get(name);
        if (setting == null) {
            return false;
        }
        return switch (setting.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, setting, "true or false");
        };
    }

    /** Where identity providers are, and may be besides the public internet. */
    AddressRules networks() {
        AddressRules rules =
                read("idpAllowNetwork", "CIDR blocks, separated by commas", AddressRules::allowing);
        return read(
                "idpAddress",
                "HOST=ADDRESS:PORT for each host, separated by commas",
                rules::withPlaces);
    }

    private AddressRules read(String name, String wanted, Function<String, AddressRules> reader) {
        Given setting = given.getOrDefault(name, new Given("", ""));
        try {
            return reader.apply(setting.value());
        } catch (IllegalArgumentException malformed) {
            throw bad(name, setting, wanted);
        }
    }

    /** {@code 500ms}, {@code 10s} or {@code 2m}, an hour at most; zero where nobody says. */
    Duration duration(String name) {
        Given setting = given.get(name);
        if (setting == null) {
            return Duration.ZERO;
        }
        Matcher parts = DURATION.matcher(setting.value());
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            Duration duration =
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        default -> Duration.ofMinutes(count);
                    };
            if (duration.compareTo(MOST) <= 0) {
                return duration;
            }
        }
        throw bad(name, setting, "a duration such as 500ms, 10s or 2m, an hour at most");
    }

    /** A URL without query and fragment, and without a slash at its end; null if not given. */
    @Nullable String url(String name) {
        Given setting = given.get(name);
        if (setting == null) {
            return null;
        }
        if (!isAddress(setting.value())) {
            throw bad(name, setting, "a URL like https://iam.example.org");
        }
        return setting.value().replaceFirst("/+$", "");
    }

    /** Addresses, separated by commas. */
    List<String> addresses(String name) {
        Given setting = given.get(name);
        if (setting == null) {
            return List.of();
        }
        List<String> addresses =
                Arrays.stream(setting.value().split(",", -1)).map(String::strip).toList();
        if (!addresses.stream().allMatch(Settings::isAddress)) {
            throw bad(name, setting, "URLs, separated by commas");
        }
        return addresses;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }

    Mode mode() {
        Given setting = given.get("mode");
        return switch (setting == null ? "strict" : setting.value()) {
            case "strict" -> Mode.STRICT;
            case "soft" -> Mode.SOFT;
            default ->
                    throw bad(
                            "mode",
                            setting == null ? new Given("", "") : setting,
                            "strict or soft");
        };
    }

    private static ConfigProblem bad(String name, Given setting, String wanted) {
        return new ConfigProblem(
                "`"
                        + name
                        + "` ("
                        + setting.place()
                        + ") is `"
                        + setting.value()
                        + "`, and must be "
                        + wanted);
    }
}
