package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

/** Walks pages as a browser does: keeps cookies by host, sends forms, and shows each redirect. */
public final class TestBrowser implements AutoCloseable {
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient client;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    /** One that trusts these authorities. */
    public TestBrowser(SSLContext tls) {
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    /** Looks at a page. */
    public HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** Sends a form. */
    public HttpResponse<String> post(String url, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String host = request.build().uri().getAuthority();
        Map<String, String> jar = cookies.computeIfAbsent(host, any -> new LinkedHashMap<>());
        if (!jar.isEmpty()) {
            StringBuilder header = new StringBuilder();
            jar.forEach((name, value) ->
                    header.append(header.isEmpty() ? "" : "; ").append(name + "=" + value));
            request.header("Cookie", header.toString());
        }
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            int equals = cookie.indexOf('=');
            String value = cookie.substring(equals + 1, cookie.indexOf(';'));
            if (cookie.contains("Max-Age=0;")) {
                jar.remove(cookie.substring(0, equals));
            } else {
                jar.put(cookie.substring(0, equals), value);
            }
        }
        return answer;
    }

    /** The cookies of a host and port, which may be changed. */
    public Map<String, String> cookies(URI at) {
        return cookies.computeIfAbsent(at.getAuthority(), any -> new LinkedHashMap<>());
    }

    /** Where an answer leads. */
    public static String location(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(303);
        return redirect.headers().firstValue("Location").orElseThrow();
    }

    /**
     * Signs in at the test identity provider, as somebody.
     *
     * @param url of its page
     * @return where it leads
     */
    public String signIn(String url, String subject) throws IOException, InterruptedException {
        HttpResponse<String> page = get(url);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Map<String, String> form = hidden(page.body());
        form.put("subject", subject);
        return location(post(url.substring(0, url.indexOf('?')), form));
    }

    /** The hidden fields of a page's first form. */
    public static Map<String, String> hidden(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(form.group(1));
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    /** The fields of a URL's query. */
    public static Map<String, String> query(String url) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : URI.create(url).getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** The URL with a field of its query changed, or without it where the value is empty. */
    public static String changed(String url, String name, String value) {
        Map<String, String> fields = query(url);
        if (value.isEmpty()) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        return url.substring(0, url.indexOf('?') + 1) + encoded(fields);
    }

    private static String encoded(Map<String, String> form) {
        StringBuilder text = new StringBuilder();
        form.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
