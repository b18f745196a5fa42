package dev.understudy.server.config;

import dev.understudy.server.world.Declared;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the configuration together, and refuses all that it does not understand to the last key. */
public final class ConfigLoader {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final List<String> SECTIONS = List.of("accounts", "oidcIssuers");

    private ConfigLoader() {}

    /**
     * The configuration.
     *
     * @param options the command line's settings by name
     * @param file the configuration file; null if there is none
     * @throws ConfigProblem if anything is not understood
     */
    public static ServerConfig load(
            Map<String, String> options, Map<String, String> environment, @Nullable Path file) {
        Settings settings = new Settings();
        List<Declared.Account> accounts = new ArrayList<>();
        Map<String, String> keySets = new LinkedHashMap<>();
        if (file != null) {
            readFile(file, settings, accounts, keySets);
        }
        settings.giveEnvironment(environment);
        options.forEach((name, value) -> settings.give(name, "command line", value));
        Path data = settings.path("data");
        return new ServerConfig(
                settings.port("port", ServerConfig.DEFAULT_PORT),
                settings.port("managementPort", ServerConfig.DEFAULT_MANAGEMENT_PORT),
                settings.text("host", "127.0.0.1"),
                data == null ? defaultData(environment) : data,
                settings.mode(),
                settings.flag("dev"),
                settings.flag("allowRemote"),
                accounts,
                keySets);
    }

    /** {@code $XDG_DATA_HOME/understudy}, or {@code ~/.local/share/understudy}. */
    public static Path defaultData(Map<String, String> environment) {
        String base = environment.get("XDG_DATA_HOME");
        return base == null || base.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "understudy")
                : Path.of(base, "understudy");
    }

    private static void readFile(
            Path file,
            Settings settings,
            List<Declared.Account> accounts,
            Map<String, String> keySets) {
        JsonNode root = yaml(file);
        if (root.isNull() || root.isMissingNode()) {
            return;
        }
        List<String> known = new ArrayList<>(Settings.NAMES);
        known.addAll(SECTIONS);
        Fields fields = Fields.of(root, file.getFileName().toString(), known);
        for (String name : Settings.NAMES) {
            settings.give(name, file.toString(), fields.scalar(name));
        }
        for (Fields account : fields.list("accounts", AccountReader.KEYS)) {
            accounts.add(AccountReader.read(account));
        }
        for (Fields issuer : fields.list("oidcIssuers", List.of("url", "jwks"))) {
            keySets.put(issuer.required("url"), issuer.document("jwks"));
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ConfigProblem(file + " is larger than " + MOST_BYTES + " bytes");
            }
            YAMLMapper mapper =
                    YAMLMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build();
            return mapper.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read configuration file " + file);
        } catch (JacksonException malformed) {
            throw new ConfigProblem(
                    file + " is not YAML that can be used: " + malformed.getOriginalMessage());
        }
    }
}
