package dev.understudy.server.cli;

import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where a command finds the server and the keys to call it with. */
final class ClientOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "folder of the server's state")
    private @Nullable Path data;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "where the server is (http://127.0.0.1:4600)")
    private @Nullable URI endpoint;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "the account, where there are several")
    private @Nullable String account;

    @Option(names = "--user", paramLabel = "NAME", description = "the user (admin)")
    private @Nullable String user;

    Path data() {
        String named = System.getenv("UNDERSTUDY_DATA");
        if (data != null) {
            return data;
        }
        return named == null
                ? ConfigLoader.defaultData(Map.copyOf(System.getenv()))
                : Path.of(named);
    }

    URI endpoint() {
        if (endpoint != null) {
            boolean http =
                    "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (!http || endpoint.getHost() == null) {
                throw new ConfigProblem(
                        "`--endpoint` is `"
                                + endpoint
                                + "`, and must be a URL like http://127.0.0.1:4600");
            }
            return endpoint;
        }
        String port = System.getenv("UNDERSTUDY_PORT");
        if (port != null && !port.matches("[0-9]{1,5}")) {
            throw new ConfigProblem(
                    "environment variable UNDERSTUDY_PORT is `" + port + "`, and must be a port");
        }
        return URI.create("http://127.0.0.1:" + (port == null ? ServerConfig.DEFAULT_PORT : port));
    }

    @Nullable String account() {
        return account;
    }

    @Nullable String user() {
        return user;
    }
}
