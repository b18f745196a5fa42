package dev.understudy.server.cli;

import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ServerConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of whatever starts a server. Each is also a key of the file, and a variable of the
 * environment.
 */
final class ServerOptions {
    @Option(names = "--port", paramLabel = "PORT", description = "port of the API (4600)")
    private @Nullable String port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "port of health and metrics (4601)")
    private @Nullable String managementPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on (127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR", description = "folder of the server's state")
    private @Nullable String data;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration file (YAML)")
    private @Nullable Path config;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "strict (default), or soft: only log what would be refused")
    private @Nullable String mode;

    @Option(
            names = "--dev",
            description = "log every request, and explain refusals on the management port")
    private boolean dev;

    @Option(names = "--allow-remote", description = "allow --host to be other than loopback")
    private boolean allowRemote;

    /** The configuration, with these settings where nobody gives others. */
    ServerConfig load(Map<String, String> defaults) {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "port", port);
        put(options, "managementPort", managementPort);
        put(options, "host", host);
        put(options, "data", data);
        put(options, "mode", mode);
        put(options, "dev", dev ? "true" : null);
        put(options, "allowRemote", allowRemote ? "true" : null);
        Map<String, String> environment = System.getenv();
        String named = environment.get("UNDERSTUDY_CONFIG");
        return ConfigLoader.load(
                defaults,
                options,
                environment,
                config == null && named != null ? Path.of(named) : config);
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
