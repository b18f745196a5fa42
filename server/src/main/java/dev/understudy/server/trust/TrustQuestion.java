package dev.understudy.server.trust;

import dev.understudy.federation.ClaimedIdentity;
import dev.understudy.federation.IdTokenVerifier;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.server.ApiClient;
import dev.understudy.server.check.AccountDetails;
import dev.understudy.server.check.PrincipalReader;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who wants to assume which role, and by whose word the answer is found.
 *
 * @param role the role's ARN
 * @param inputs what is given of the providers
 * @param context more condition keys of the call
 */
public record TrustQuestion(
        Arn role, TrustInputs inputs, Map<String, List<String>> context, Instant now) {

    /** A running server, asked as whoever has these keys. */
    public record ByServer(ApiClient client, ApiClient.Credentials keys, KeySource source) {
        @Override
        public String toString() {
            return "ByServer[" + keys.accessKeyId() + "]";
        }
    }

    /**
     * The role of this ARN.
     *
     * @throws ConfigProblem if it is none
     */
    public static Arn role(String text) {
        Arn arn = Arn.parseOrNull(text);
        if (arn == null
                || !arn.service().equals("iam")
                || !arn.resource().startsWith("role/")
                || !arn.account().matches("[0-9]{12}")) {
            throw new ConfigProblem(
                    "`--role` is `"
                            + text
                            + "`, and must be like arn:aws:iam::111122223333:role/name");
        }
        return arn;
    }

    /** An id token, by files. */
    public TrustReport token(String token, String sessionName, Path trustPolicy) {
        ClaimedIdentity claims = glance(token);
        List<String> claimed =
                claims == null
                        ? List.of()
                        : claims.keys().entrySet().stream()
                                .filter(key -> key.getKey().endsWith(":aud"))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse(List.of());
        return debugger(FileWorld.of(inputs, role, trustPolicy, claimed)).token(token, sessionName);
    }

    /** An id token, by a server. */
    public TrustReport token(String token, String sessionName, ByServer server) throws IOException {
        ClaimedIdentity claims = glance(token);
        return debugger(world(server, claims == null ? null : claims.issuer(), false))
                .token(token, sessionName);
    }

    /** What a token says, of which nothing is checked. */
    private @Nullable ClaimedIdentity glance(String token) {
        return new IdTokenVerifier((wanted, at) -> new KeySource.Keys.NotAsked())
                .examine(
                        token,
                        url -> new TrustedProvider.Registered(url, url, List.of(), List.of()),
                        now)
                .claims();
    }

    /** A SAML response in base64, by files. */
    public TrustReport response(String base64, Path trustPolicy) {
        if (inputs.metadata() == null) {
            throw new ConfigProblem("`--saml` with `--trust-policy` also needs --metadata FILE");
        }
        return debugger(FileWorld.of(inputs, role, trustPolicy, List.of())).response(base64);
    }

    /** A SAML response in base64, by a server. */
    public TrustReport response(String base64, ByServer server) throws IOException {
        return debugger(world(server, null, true)).response(base64);
    }

    /**
     * A signed call, by files.
     *
     * @param identity the caller's own policies; empty if they are not known
     */
    public TrustReport signed(
            String caller, TrustCall call, Path trustPolicy, List<PolicySource> identity) {
        PolicySet.Builder known =
                identity.isEmpty() ? null : PolicySet.builder().identity(identity);
        return debugger(FileWorld.of(inputs, role, trustPolicy, List.of()))
                .signed(PrincipalReader.read(caller, null), call, Map.of(), known);
    }

    /** A signed call, by a server, which tells the caller's policies if it is of its account. */
    public TrustReport signed(String caller, TrustCall call, ByServer server) throws IOException {
        TrustWorld world = world(server, null, false);
        Principal named = PrincipalReader.read(caller, null);
        AccountId home = named.account();
        if (home == null || !home.digits().equals(role.account())) {
            return debugger(world).signed(named, call, Map.of(), null);
        }
        AccountDetails details = AccountDetails.read(server.client(), server.keys());
        return switch (named) {
            case Principal.IamUser user -> {
                AccountDetails.Holder holder = held(details.user(last(user.arn())), user.arn());
                yield debugger(world)
                        .signed(
                                new Principal.IamUser(home, user.arn(), holder.id()),
                                call,
                                holder.tags(),
                                policies(holder));
            }
            case Principal.RoleSession session -> {
                AccountDetails.Holder holder =
                        held(details.role(last(session.roleArn())), session.roleArn());
                yield debugger(world)
                        .signed(
                                new Principal.RoleSession(
                                        home, holder.arn(), holder.id(), session.sessionArn()),
                                call,
                                holder.tags(),
                                policies(holder));
            }
            default -> debugger(world).signed(named, call, Map.of(), null);
        };
    }

    private static PolicySet.Builder policies(AccountDetails.Holder holder) {
        return PolicySet.builder().identity(holder.identity()).boundary(holder.boundary());
    }

    private static AccountDetails.Holder held(AccountDetails.@Nullable Holder holder, String arn) {
        if (holder == null) {
            throw new ConfigProblem("the server has no " + arn);
        }
        return Objects.requireNonNull(holder);
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private TrustWorld world(ByServer server, @Nullable String issuer, boolean asksSaml)
            throws IOException {
        KeySource source =
                inputs.noVerify() || inputs.jwks() != null
                        ? FileWorld.keys(inputs)
                        : server.source();
        return new ServerTrustWorld(server.client(), server.keys(), role)
                .read(inputs, source, issuer, asksSaml);
    }

    private TrustDebugger debugger(TrustWorld world) {
        return new TrustDebugger(world, role.toString(), context, now);
    }
}
