package dev.understudy.idp;

import dev.understudy.idp.saml.AuthnRequest;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The browser's side of a SAML provider: its metadata, and a page where whoever looks at it chooses
 * whom to be. Each choice is a form that carries a response already signed, so that it takes one
 * click and no script.
 */
final class SamlDoor {
    static final String METADATA = "/saml/metadata";
    static final String SIGN_IN = "/saml/login";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** As many as SAML's bindings ask for; more is no state but a load. */
    private static final int MOST_RELAY_STATE = 80;

    private final SamlIdentityProvider provider;
    private final List<SamlUser> users;
    private final List<String> consumers;
    private final InstantSource clock;

    /**
     * A door.
     *
     * @param consumers where responses may be sent besides this machine's own addresses; to the
     *     first where nobody asked for another
     */
    SamlDoor(
            SamlIdentityProvider provider,
            List<SamlUser> users,
            List<String> consumers,
            InstantSource clock) {
        this.provider = provider;
        this.users = users;
        this.consumers = consumers;
        this.clock = clock;
    }

    /** The answer to a GET of this path below the base; null if the path is another's. */
    HttpDoor.@Nullable Answer answer(String path, String query, String base) {
        return switch (path) {
            case METADATA ->
                    HttpDoor.Answer.of(
                            "application/samlmetadata+xml",
                            provider.metadata(null, base + SIGN_IN));
            case SIGN_IN -> signIn(query);
            default -> null;
        };
    }

    private HttpDoor.Answer signIn(String query) {
        try {
            Map<String, String> form = TokenEndpoint.form(query);
            String parameter = form.get("SAMLRequest");
            AuthnRequest request = parameter == null ? null : AuthnRequest.read(parameter);
            String relayState = form.getOrDefault("RelayState", "");
            if (relayState.length() > MOST_RELAY_STATE) {
                throw new IllegalArgumentException(
                        "RelayState has more than " + MOST_RELAY_STATE + " characters");
            }
            String consumer = consumer(request);
            List<SamlPage.Choice> choices =
                    users.stream()
                            .map(user ->
                                    new SamlPage.Choice(user, response(user, request, consumer)))
                            .toList();
            return HttpDoor.Answer.html(
                    SamlPage.of(provider.entityId(), consumer, relayState, choices));
        } catch (IllegalArgumentException notUnderstood) {
            return HttpDoor.Answer.text(400, String.valueOf(notUnderstood.getMessage()));
        }
    }

    /** Whoever writes a link could ask for any address: only those known beforehand are used. */
    private String consumer(@Nullable AuthnRequest request) {
        String wanted = request == null ? null : request.consumer();
        if (wanted == null) {
            return consumers.getFirst();
        }
        if (!consumers.contains(wanted) && !isOnThisMachine(URI.create(wanted))) {
            throw new IllegalArgumentException(
                    "the request wants its answer at an address that was not given with --acs");
        }
        return wanted;
    }

    private static boolean isOnThisMachine(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && LOOPBACK.contains(uri.getHost());
    }

    private String response(SamlUser user, @Nullable AuthnRequest request, String consumer) {
        SamlLogin login =
                SamlLogin.of(user.name(), user.name(), clock.instant()).recipient(consumer);
        for (String role : user.roles()) {
            int comma = role.indexOf(',');
            login = login.role(role.substring(0, comma), role.substring(comma + 1));
        }
        if (request != null) {
            login = login.inResponseTo(request.id());
            login = request.issuer() == null ? login : login.audience(request.issuer());
        }
        return provider.respond(login);
    }
}
