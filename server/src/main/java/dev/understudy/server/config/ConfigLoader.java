package dev.understudy.server.config;

import dev.understudy.operation.Quota;
import dev.understudy.operation.Quotas;
import dev.understudy.policy.AccountId;
import dev.understudy.server.world.Declared;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the configuration together, and refuses all that it does not understand to the last key. */
public final class ConfigLoader {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final List<String> SECTIONS =
            List.of("accounts", IssuerReader.KEY, OAuthReader.KEY, QuotaReader.KEY);

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
        return load(Map.of(), options, environment, file);
    }

    /**
     * The configuration of a command that has defaults of its own.
     *
     * @param defaults settings by name, where nobody gives others
     */
    public static ServerConfig load(
            Map<String, String> defaults,
            Map<String, String> options,
            Map<String, String> environment,
            @Nullable Path file) {
        Settings settings = new Settings();
        defaults.forEach((name, value) -> settings.give(name, "default", value));
        List<Declared.Account> accounts = new ArrayList<>();
        IssuerReader issuers = new IssuerReader();
        OAuthReader oauth = new OAuthReader();
        SignInReader signIns = new SignInReader();
        Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
        Map<AccountId, Map<Quota, Integer>> own = new LinkedHashMap<>();
        if (file != null) {
            readFile(file, settings, accounts, issuers, oauth, signIns, quotas, own);
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
                issuers.keySets(),
                issuers.keyFiles(),
                oauth.endpoints(),
                settings.networks(),
                new Quotas(quotas, own),
                settings.duration("propagationDelay"),
                settings.url("issuerUrl"),
                new SamlSettings(
                        settings.url("publicUrl"),
                        settings.addresses("samlAcs"),
                        settings.flag("samlAllowSha1")),
                settings.path("auditLog"),
                signIns.settings(settings.url("publicUrl")));
    }

    /** {@code $XDG_DATA_HOME/understudy}, or {@code ~/.local/share/understudy}. */
    public static Path defaultData(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_DATA_HOME", "");
        return base.isEmpty()
                ? Path.of(home(environment), ".local", "share", "understudy")
                : Path.of(base, "understudy");
    }

    /** What the shell means by {@code ~}, which need not be what the user database says. */
    private static String home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? System.getProperty("user.home") : home;
    }

    private static void readFile(
            Path file,
            Settings settings,
            List<Declared.Account> accounts,
            IssuerReader issuers,
            OAuthReader oauth,
            SignInReader signIns,
            Map<Quota, Integer> quotas,
            Map<AccountId, Map<Quota, Integer>> own) {
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
            Declared.Account declared = AccountReader.read(account);
            accounts.add(declared);
            own.put(declared.id(), QuotaReader.read(account));
            AccountReader.providers(account)
                    .forEach(provider -> signIns.read(provider, declared.id(), file));
        }
        quotas.putAll(QuotaReader.read(fields));
        issuers.read(fields, file);
        oauth.read(fields);
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
            String text = Files.readString(file);
            refuseReferences(mapper, text, file);
            return mapper.readTree(text);
        } catch (IOException unreadable) {
            throw new ConfigProblem(
                    "cannot read configuration file "
                            + file
                            + " ("
                            + unreadable.getClass().getSimpleName()
                            + ")");
        } catch (JacksonException malformed) {
            throw new ConfigProblem(
                    file + " is not YAML that can be used: " + malformed.getOriginalMessage());
        }
    }

    /**
     * Anchors and aliases are refused: the parser gives an alias as the text of its name, which
     * would mean something else than its writer thinks. A second document would go unread.
     */
    private static void refuseReferences(YAMLMapper mapper, String text, Path file) {
        try (JsonParser parser = mapper.createParser(text)) {
            int depth = 0;
            boolean ended = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
                if (alias || parser.getObjectId() != null) {
                    throw place(file, parser, "anchors and aliases are not understood");
                }
                if (ended) {
                    throw place(file, parser, "there is a second document");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                ended = depth == 0;
            }
        }
    }

    private static ConfigProblem place(Path file, JsonParser parser, String problem) {
        return new ConfigProblem(
                file + " line " + parser.currentTokenLocation().getLineNr() + ": " + problem);
    }
}
