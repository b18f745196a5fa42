package dev.understudy.server.config;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code oidcIssuers}: issuers whose keys are given, as a key set or as a file of one. */
final class IssuerReader {
    static final String KEY = "oidcIssuers";

    private final Map<String, String> keySets = new LinkedHashMap<>();
    private final Map<String, Path> keyFiles = new LinkedHashMap<>();

    /** Reads those of a configuration file; paths are relative to it. */
    void read(Fields fields, Path config) {
        for (Fields issuer : fields.list(KEY, List.of("url", "jwks", "jwksFile"))) {
            String url = issuer.required("url");
            if (keySets.containsKey(url) || keyFiles.containsKey(url)) {
                throw new ConfigProblem("`" + issuer.path() + ".url` is there twice: " + url);
            }
            String file = issuer.scalar("jwksFile");
            if (file == null) {
                keySets.put(url, keySet(issuer));
            } else if (issuer.has("jwks")) {
                throw new ConfigProblem(
                        "`" + issuer.path() + "` has both `jwks` and `jwksFile`: one is enough");
            } else {
                keyFiles.put(url, path(file, config, issuer));
            }
        }
    }

    private static Path path(String file, Path config, Fields issuer) {
        try {
            if (!file.isBlank()) {
                return config.toAbsolutePath().resolveSibling(file);
            }
        } catch (InvalidPathException noPath) {
            // falls through to the message for all that is no path
        }
        throw new ConfigProblem("`" + issuer.path() + ".jwksFile` must be the path of a file");
    }

    private static String keySet(Fields issuer) {
        String text = issuer.document("jwks");
        try {
            JsonNode keys = new JsonMapper().readTree(text).path("keys");
            boolean allAreKeys = keys.isArray();
            for (JsonNode key : keys) {
                allAreKeys &= key.path("kty").isString();
            }
            if (allAreKeys) {
                return text;
            }
        } catch (JacksonException notJson) {
            // falls through to the message for all that is no key set
        }
        throw new ConfigProblem(
                "`"
                        + issuer.path()
                        + ".jwks` is no key set: it needs a list `keys`, each with a `kty`");
    }

    /** Key sets as JSON, by issuer URL. */
    Map<String, String> keySets() {
        return keySets;
    }

    /** Files of key sets, by issuer URL. */
    Map<String, Path> keyFiles() {
        return keyFiles;
    }
}
