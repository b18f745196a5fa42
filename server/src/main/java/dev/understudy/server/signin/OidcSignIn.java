package dev.understudy.server.signin;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.OidcProvider;
import dev.understudy.federation.IdToken;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.policy.AccountId;
import dev.understudy.server.config.SignInSettings;
import dev.understudy.server.issuers.FetchProblem;
import dev.understudy.server.issuers.SignInProviders;
import dev.understudy.server.oidc.CodeFlow;
import dev.understudy.server.oidc.CodeRequest;
import dev.understudy.server.oidc.SessionName;
import dev.understudy.signature.HttpHeader;
import dev.understudy.sts.RolesForToken;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code /oidc} and what is below it, and hands all else on. Browsers are sent to the
 * providers that configuration offers, and come back to the public URL that it says, whatever a
 * request says. The choice of a role is a request of AssumeRoleWithWebIdentity like everybody's.
 */
public final class OidcSignIn implements Endpoint {
    static final String PROVIDERS = "/oidc";
    static final String START = "/oidc/start";
    static final String CALLBACK = "/oidc/callback";
    static final String CHOICE = "/oidc/role";

    static final String TOKEN = "WebIdentityToken";
    static final String ROLE = "RoleArn";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    /** An id token of AWS's 20,000 characters, and some room. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final String AGAIN = "To try again, sign in anew.";
    private static final String UNKNOWN = "There is no such sign-in here.";
    private static final String LATE =
            "Nobody began this sign-in here in the last ten minutes. " + AGAIN;
    private static final String SILENT = "The identity provider does not answer. " + AGAIN;

    private final Endpoint next;
    private final Endpoint api;
    private final List<SignInSettings> offered;
    private final String publicUrl;
    private final Directory directory;
    private final SignInCookie cookie;
    private final SignInProviders providers;
    private final RolesForToken roles;
    private final InstantSource clock;
    private final SecureRandom random;

    /**
     * A sign-in.
     *
     * @param next answers all else
     * @param api makes credentials
     * @param offered the providers, at least one
     * @param publicUrl what browsers reach this by, without a slash at the end
     */
    public OidcSignIn(
            Endpoint next,
            Endpoint api,
            List<SignInSettings> offered,
            String publicUrl,
            Directory directory,
            Keyring keyring,
            SignInProviders providers,
            RolesForToken roles,
            InstantSource clock,
            SecureRandom random) {
        this.next = next;
        this.api = api;
        this.offered = List.copyOf(offered);
        this.publicUrl = publicUrl;
        this.directory = directory;
        this.cookie = new SignInCookie(keyring, publicUrl.startsWith("https://"));
        this.providers = providers;
        this.roles = roles;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return switch (request.rawPath()) {
            case PROVIDERS ->
                    isGet(request) ? SignIn.page(200, OidcPage.providers(offered)) : onlyBy("GET");
            case START -> isGet(request) ? start(request) : onlyBy("GET");
            case CALLBACK -> isGet(request) ? callback(request) : onlyBy("GET");
            case CHOICE -> request.method().equals("POST") ? choice(request) : onlyBy("POST");
            default -> next.answer(request);
        };
    }

    private static boolean isGet(WireRequest request) {
        return request.method().equals("GET");
    }

    private static WireResponse onlyBy(String method) {
        return SignIn.page(405, SignInPage.problem(UNKNOWN), new HttpHeader("Allow", method));
    }

    private static WireResponse problem(int status, String text, HttpHeader... more) {
        return SignIn.page(status, SignInPage.problem(text), more);
    }

    private static @Nullable Map<String, String> query(WireRequest request) {
        return SignInForm.read(request.rawQuery().getBytes(StandardCharsets.ISO_8859_1));
    }

    private WireResponse start(WireRequest request) {
        Map<String, String> wanted = query(request);
        SignInSettings offer =
                wanted == null
                        ? null
                        : offer(wanted.getOrDefault("account", ""), wanted.get("issuer"), null);
        if (offer == null) {
            return problem(404, UNKNOWN);
        }
        CodeRequest fresh = CodeRequest.of(random);
        SignInCookie.Pending pending =
                new SignInCookie.Pending(
                        offer.account(), offer.client().issuer(), offer.client().id(), fresh);
        try {
            String url = flow(offer).start(fresh);
            return SignIn.page(
                    303, "", new HttpHeader("Location", url), cookie.set(pending, clock.instant()));
        } catch (FetchProblem problem) {
            return silent(offer, problem);
        }
    }

    private @Nullable SignInSettings offer(
            String account, @Nullable String issuer, @Nullable String clientId) {
        for (SignInSettings offer : offered) {
            if (offer.account().digits().equals(account)
                    && offer.client().issuer().equals(issuer)
                    && (clientId == null || offer.client().id().equals(clientId))) {
                return offer;
            }
        }
        return null;
    }

    private CodeFlow flow(SignInSettings offer) {
        return new CodeFlow(
                providers,
                offer.client(),
                thumbprints(offer.account(), offer.client().issuer()),
                publicUrl + CALLBACK);
    }

    private List<String> thumbprints(AccountId id, String issuer) {
        Account account = directory.account(id);
        OidcProvider provider =
                account == null
                        ? null
                        : account.oidcProvider(issuer.substring("https://".length()));
        return provider == null ? List.of() : provider.thumbprints();
    }

    private static WireResponse silent(
            SignInSettings offer, FetchProblem problem, HttpHeader... more) {
        LOG.warn("no sign-in by {}: {}", offer.client().issuer(), problem.getMessage());
        return problem(502, SILENT, more);
    }

    /** Whatever comes of it, the browser's cookie is used up. */
    private WireResponse callback(WireRequest request) {
        Instant now = clock.instant();
        SignInCookie.Pending pending = cookie.read(request, now);
        Map<String, String> answer = query(request);
        SignInSettings offer =
                pending == null
                        ? null
                        : offer(pending.account().digits(), pending.issuer(), pending.clientId());
        if (pending == null || offer == null || answer == null) {
            return problem(400, LATE, cookie.clear());
        }
        try {
            return switch (flow(offer).end(pending.request(), answer)) {
                case CodeFlow.Outcome.Refused refused ->
                        problem(400, refused.message(), cookie.clear());
                case CodeFlow.Outcome.Token token -> choices(offer.account(), token, request);
            };
        } catch (FetchProblem problem) {
            return silent(offer, problem, cookie.clear());
        }
    }

    private WireResponse choices(
            AccountId account, CodeFlow.Outcome.Token token, WireRequest request) {
        String name = SessionName.of(token.token());
        return switch (roles.of(account, token.text(), name, request)) {
            case RolesForToken.Found.Refused refused ->
                    problem(403, refused.why().message(), cookie.clear());
            case RolesForToken.Found.Roles found ->
                    found.arns().isEmpty()
                            ? SignIn.page(403, OidcPage.nothing(found.identity()), cookie.clear())
                            : SignIn.page(
                                    200,
                                    OidcPage.choices(found.identity(), token.text(), found.arns()),
                                    cookie.clear());
        };
    }

    private WireResponse choice(WireRequest request) {
        String site = request.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            // Somebody else's page, which would sign its visitor in as whom it likes.
            return problem(403, UNKNOWN);
        }
        if (!SignIn.isForm(request.header("Content-Type"))) {
            return problem(415, UNKNOWN);
        }
        if (request.body().length > MOST_BYTES) {
            return problem(413, UNKNOWN);
        }
        Map<String, String> form = SignInForm.read(request.body());
        String text = form == null ? null : form.get(TOKEN);
        String role = form == null ? null : form.get(ROLE);
        IdToken token = text == null ? null : IdToken.parse(text);
        if (text == null || role == null || token == null) {
            return problem(400, UNKNOWN);
        }
        return switch (AssumedRole.by(api, request, text, SessionName.of(token), role)) {
            case AssumedRole.Granted granted ->
                    SignIn.page(200, SignInPage.credentials(role, granted, publicUrl));
            case AssumedRole.Refused refused ->
                    SignIn.page(refused.status(), SignInPage.refusal(refused, AGAIN));
        };
    }
}
