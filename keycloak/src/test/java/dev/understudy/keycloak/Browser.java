package dev.understudy.keycloak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

/**
 * Somebody at Keycloak's pages: cookies, forms, redirects. Keycloak calls itself by a name without
 * a port; what it links to is asked for at the port where it is.
 */
final class Browser {
    private static final Pattern ACTION =
            Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private final HttpClient http;
    private final String own;
    private final String reached;

    /** A browser without cookies, for a Keycloak that calls itself so and is reached there. */
    Browser(SSLContext tls, String own, String reached) {
        this.own = own;
        this.reached = reached;
        this.http =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .cookieHandler(new CookieManager())
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), url);
    }

    HttpResponse<String> post(String url, Map<String, String> form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)));
        return send(request, url);
    }

    HttpResponse<String> postJson(String url, String bearer, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + bearer)
                        .POST(BodyPublishers.ofString(json));
        return send(request, url);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String url)
            throws IOException, InterruptedException {
        String place = url.startsWith(own) ? reached + url.substring(own.length()) : url;
        return http.send(
                request.uri(URI.create(place)).timeout(Duration.ofMinutes(1)).build(),
                BodyHandlers.ofString());
    }

    /** Fills in the login page at the address, and gives what comes after it. */
    HttpResponse<String> logIn(String url, String user, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> page = get(url);
        for (int hops = 0; page.statusCode() / 100 == 3 && hops < 5; hops++) {
            page = get(page.headers().firstValue("Location").orElseThrow());
        }
        return post(
                unescaped(first(ACTION, page.body())),
                Map.of("username", user, "password", password, "credentialId", ""));
    }

    /** The value of the hidden field of a page's form. */
    static String field(String page, String name) {
        Pattern hidden =
                Pattern.compile(
                        "<input(?=[^>]*\\bname=\"" + name + "\")[^>]*\\bvalue=\"([^\"]*)\"",
                        Pattern.CASE_INSENSITIVE);
        return unescaped(first(hidden, page));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in this page:\n" + page);
        }
        return found.group(1);
    }

    private static String unescaped(String html) {
        return html.replace("&#x2b;", "+")
                .replace("&#43;", "+")
                .replace("&#61;", "=")
                .replace("&#x3d;", "=")
                .replace("&amp;", "&");
    }
}
