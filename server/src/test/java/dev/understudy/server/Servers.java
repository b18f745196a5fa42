package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.config.ConfigLoader;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Servers of tests: on ports that are free, with their state in a folder of the test's. */
public final class Servers {
    private Servers() {}

    /**
     * A started server.
     *
     * @param options settings by name, each followed by its value
     */
    public static Server start(Path data, InstantSource clock, String... options) {
        return start(data, clock, (Path) null, options);
    }

    /** The same with a configuration file. */
    public static Server start(
            Path data, InstantSource clock, @Nullable Path config, String... options) {
        Map<String, String> all =
                new HashMap<>(Map.of("port", "0", "managementPort", "0", "data", data.toString()));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return Server.start(ConfigLoader.load(all, Map.of(), config), clock);
    }

    /** The keys of the administrator that the first start made. */
    public static ApiClient.Credentials administrator(Server server) throws IOException {
        return ApiClient.Credentials.read(DataFolder.credentials(server.data()));
    }

    /** Has the administrator do something in IAM, which must go well. */
    public static void made(
            Server server, InstantSource clock, String operation, Map<String, String> parameters)
            throws IOException {
        ApiClient.Reply reply =
                new ApiClient(server.apiUrl(), clock)
                        .call(administrator(server), "iam", operation, parameters);
        assertThat(reply.ok()).describedAs(reply.text("Message")).isTrue();
    }

    /**
     * The ARN of whom the server takes the bearer of this {@code credential_process} answer for.
     */
    public static String whoIs(Server server, InstantSource clock, JsonNode printed)
            throws IOException {
        assertThat(printed.path("Version").asInt()).isEqualTo(1);
        return new ApiClient(server.apiUrl(), clock)
                .call(
                        new ApiClient.Credentials(
                                printed.path("AccessKeyId").asString(),
                                printed.path("SecretAccessKey").asString(),
                                printed.path("SessionToken").asString()),
                        "sts",
                        "GetCallerIdentity",
                        Map.of())
                .text("Arn");
    }

    /** The text of a page, as it is seen; none may run a script, be framed or be kept. */
    public static String shown(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").doesNotContain("<script");
        return page.body()
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
