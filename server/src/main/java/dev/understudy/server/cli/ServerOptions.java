package dev.understudy.server.cli;

import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ConfigProblem;
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
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "log every request, and explain refusals on the management port")
    private @Nullable String dev;

    @Option(
            names = "--allow-remote",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "allow --host to be other than loopback")
    private @Nullable String allowRemote;

    @Option(
            names = "--idp-allow-network",
            paramLabel = "CIDR[,CIDR]",
            description = "private networks that keys of identity providers may be fetched from")
    private @Nullable String idpAllowNetwork;

    @Option(
            names = "--idp-address",
            paramLabel = "HOST=ADDRESS:PORT[,...]",
            description = "where identity providers are that the URL in IAM, without a port, hides")
    private @Nullable String idpAddress;

    @Option(
            names = "--propagation-delay",
            paramLabel = "DURATION",
            description = "how long changes stay unseen, as on AWS: 500ms, 10s, 2m (none)")
    private @Nullable String propagationDelay;

    @Option(
            names = "--issuer-url",
            paramLabel = "URL",
            description =
                    "what the URLs of accounts as issuers of tokens begin with, where relying"
                            + " parties reach this server (AWS's own)")
    private @Nullable String issuerUrl;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "what browsers reach the API by; SAML responses are sent to URL/saml")
    private @Nullable String publicUrl;

    @Option(
            names = "--saml-acs",
            paramLabel = "URL[,URL]",
            description = "more addresses that SAML responses may be sent to")
    private @Nullable String samlAcs;

    @Option(
            names = "--saml-allow-sha1",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "accept SAML signatures that rest on SHA-1, which can be forged")
    private @Nullable String samlAllowSha1;

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description =
                    "record every request in this file, a line of JSON each in CloudTrail's form;"
                            + " while it cannot be written nothing is served (no log)")
    private @Nullable String auditLog;

    /** The configuration, with these settings where nobody gives others. */
    ServerConfig load(Map<String, String> defaults) {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "port", port);
        put(options, "managementPort", managementPort);
        put(options, "host", host);
        put(options, "data", data);
        put(options, "mode", mode);
        put(options, "dev", dev);
        put(options, "allowRemote", allowRemote);
        put(options, "idpAllowNetwork", idpAllowNetwork);
        put(options, "idpAddress", idpAddress);
        put(options, "propagationDelay", propagationDelay);
        put(options, "issuerUrl", issuerUrl);
        put(options, "publicUrl", publicUrl);
        put(options, "samlAcs", samlAcs);
        put(options, "samlAllowSha1", samlAllowSha1);
        put(options, "auditLog", auditLog);
        Map<String, String> environment = System.getenv();
        return ConfigLoader.load(
                defaults, options, environment, config == null ? named(environment) : config);
    }

    private static @Nullable Path named(Map<String, String> environment) {
        String file = environment.get("UNDERSTUDY_CONFIG");
        if (file != null && file.isBlank()) {
            throw new ConfigProblem(
                    "environment variable UNDERSTUDY_CONFIG is empty, and must be the path of a"
                            + " file");
        }
        return file == null ? null : Path.of(file);
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
