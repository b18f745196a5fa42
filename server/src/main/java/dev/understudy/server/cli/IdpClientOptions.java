package dev.understudy.server.cli;

import dev.understudy.idp.OidcClient;
import dev.understudy.server.config.ConfigProblem;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which clients the test identity provider signs people in to. */
final class IdpClientOptions {
    /** The client that is there where none is given. */
    static final String CLIENT = "understudy";

    /** At this machine, whatever the port: of {@code login}, and of the server's page. */
    private static final List<String> REDIRECT_URIS =
            List.of("http://127.0.0.1/callback", "http://127.0.0.1/oidc/callback");

    @Option(
            names = "--client",
            paramLabel = "ID=REDIRECTURI",
            description =
                    "a client that people sign in to by OpenID Connect; an id given again has one"
                            + " more redirect URI ("
                            + CLIENT
                            + ", at this machine)")
    private List<String> clients = new ArrayList<>();

    @Option(
            names = "--client-secret-file",
            paramLabel = "ID=FILE",
            description = "holds the secret of a client that has one")
    private Map<String, Path> secrets = new LinkedHashMap<>();

    List<OidcClient> read() {
        Map<String, List<String>> uris = new LinkedHashMap<>();
        for (String client : clients) {
            int equals = client.indexOf('=');
            if (equals < 1) {
                throw new ConfigProblem(
                        "`--client` is `" + client + "`, and must be ID=REDIRECTURI");
            }
            uris.computeIfAbsent(client.substring(0, equals), id -> new ArrayList<>())
                    .add(client.substring(equals + 1));
        }
        if (uris.isEmpty()) {
            uris.put(CLIENT, REDIRECT_URIS);
        }
        for (String id : secrets.keySet()) {
            if (!uris.containsKey(id)) {
                throw ConfigProblem.unknown("client in `--client-secret-file`:", id, uris.keySet());
            }
        }
        return uris.entrySet().stream().map(this::client).toList();
    }

    private OidcClient client(Map.Entry<String, List<String>> client) {
        Path file = secrets.get(client.getKey());
        try {
            return new OidcClient(
                    client.getKey(),
                    file == null ? null : Files.readString(file).strip(),
                    client.getValue());
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read `--client-secret-file` " + file);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigProblem("`--client`: " + malformed.getMessage());
        }
    }
}
