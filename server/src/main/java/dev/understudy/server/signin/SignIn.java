package dev.understudy.server.signin;

import dev.understudy.federation.UnverifiedRoles;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers {@code POST /saml}, and hands all else on. What is posted is read twice at most: without
 * proof, to ask which role is wanted, and by AssumeRoleWithSAML, which alone says whether it is
 * given.
 */
public final class SignIn implements Endpoint {
    private static final String PATH = "/saml";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** A response of AWS's 100,000 characters, each percent-encoded, and some room. */
    private static final int MOST_BYTES = 320 * 1024;

    /** What relay states are may be, since nothing is done with them. */
    private static final int MOST_RELAY_STATE = 2_048;

    /** AWS's sign-in says this of whatever it cannot use. */
    private static final String INVALID = "Your request included an invalid SAML response.";

    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private final Endpoint api;
    private final @Nullable String publicUrl;

    /**
     * A sign-in in front of the API.
     *
     * @param publicUrl what the API is reached by, which those who sign in are told; null for what
     *     their browser reached
     */
    public SignIn(Endpoint api, @Nullable String publicUrl) {
        this.api = api;
        this.publicUrl = publicUrl;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        if (!request.rawPath().equals(PATH)) {
            return api.answer(request);
        }
        if (!request.method().equals("POST")) {
            return page(
                    405,
                    SignInPage.problem("An identity provider posts here what it says of you."),
                    new HttpHeader("Allow", "POST"));
        }
        if (!isForm(request.header("Content-Type"))) {
            return page(415, SignInPage.problem(INVALID));
        }
        if (request.body().length > MOST_BYTES) {
            return page(413, SignInPage.problem(INVALID));
        }
        Map<String, String> form = SignInForm.read(request.body());
        String response = form == null ? null : form.get(SignInForm.RESPONSE);
        if (form == null
                || response == null
                || form.getOrDefault(SignInForm.RELAY_STATE, "").length() > MOST_RELAY_STATE) {
            return page(400, SignInPage.problem(INVALID));
        }
        UnverifiedRoles.Claimed chosen = SignInForm.chosen(form);
        return chosen == null ? choices(response) : granted(request, response, chosen);
    }

    private static WireResponse choices(String response) {
        List<UnverifiedRoles.Claimed> roles = UnverifiedRoles.in(response);
        return roles == null
                ? page(400, SignInPage.problem(INVALID))
                : page(200, SignInPage.choices(response, roles));
    }

    private WireResponse granted(
            WireRequest request, String response, UnverifiedRoles.Claimed chosen) {
        return switch (AssumedRole.by(api, request, response, chosen)) {
            case AssumedRole.Granted granted ->
                    page(200, SignInPage.credentials(chosen.roleArn(), granted, url(request)));
            case AssumedRole.Refused refused -> page(refused.status(), SignInPage.refusal(refused));
        };
    }

    private String url(WireRequest request) {
        if (publicUrl != null) {
            return publicUrl;
        }
        String host = request.header("Host");
        boolean plain = host != null && AUTHORITY.matcher(host).matches();
        return (request.secure() ? "https://" : "http://") + (plain ? host : "localhost");
    }

    static boolean isForm(@Nullable String type) {
        if (type == null) {
            return false;
        }
        int semicolon = type.indexOf(';');
        String bare = semicolon < 0 ? type : type.substring(0, semicolon);
        return bare.strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    static WireResponse page(int status, String html, HttpHeader... more) {
        List<HttpHeader> headers = new ArrayList<>(Html.HEADERS);
        headers.addAll(List.of(more));
        return new WireResponse(status, headers, html.getBytes(StandardCharsets.UTF_8));
    }
}
