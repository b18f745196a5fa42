package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.federation.IdToken;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.Proof;
import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.OutsideDecisions;
import dev.understudy.operation.WireRequest;
import dev.understudy.policy.AccountId;

import java.util.ArrayList;
import java.util.List;

/**
 * Which roles of an account an id token opens, for those who sign in by a browser: the token does
 * not say. Nobody learns of a role whose trust policy would not admit them, and of none before the
 * token is proven.
 */
public final class RolesForToken {
    private static final Proof.Unproven NO_TOKEN =
            new Proof.Unproven("InvalidIdentityToken", "The identity provider sent no ID token.");

    private final OutsideDecisions decisions;
    private final AccountTokens tokens;

    /** Proves by these providers' keys. */
    public RolesForToken(OutsideDecisions decisions, IdentityProviders providers) {
        this.decisions = decisions;
        this.tokens = new AccountTokens(providers);
    }

    /** What a token is good for. */
    public sealed interface Found {
        /**
         * It is proven.
         *
         * @param arns of the roles that would admit it now, in the order of their names
         */
        record Roles(VerifiedIdentity identity, List<String> arns) implements Found {
            public Roles {
                arns = List.copyOf(arns);
            }
        }

        /** It proves nothing, and so opens nothing. */
        record Refused(Proof.Unproven why) implements Found {}
    }

    /**
     * The roles for this token.
     *
     * @param sessionName what the session would be called, which trust policies may ask
     * @param from whose address trust policies see
     */
    public Found of(AccountId owner, String token, String sessionName, WireRequest from) {
        return decisions.on(from, call -> found(owner, token, sessionName, call));
    }

    private Found found(AccountId owner, String text, String sessionName, AuthenticatedCall call) {
        IdToken token = IdToken.parse(text);
        Account account = call.account(owner);
        if (token == null || account == null) {
            return new Found.Refused(NO_TOKEN);
        }
        return switch (tokens.verify(token, account, call.now())) {
            case Proof.Unproven unproven -> new Found.Refused(unproven);
            case Proof.Proven proven ->
                    new Found.Roles(
                            proven.identity(),
                            admitting(proven.identity(), account, sessionName, call));
        };
    }

    private static List<String> admitting(
            VerifiedIdentity identity,
            Account account,
            String sessionName,
            AuthenticatedCall call) {
        List<String> arns = new ArrayList<>();
        for (Role role : account.roles()) {
            String arn = role.arn(account);
            RoleTarget target = RoleTarget.of(arn, call);
            if (OutsideDecisions.wouldAdmit(
                    OutsideSession.access(
                            AssumeRoleWithWebIdentity.ACTION, target, identity, sessionName),
                    call)) {
                arns.add(arn);
            }
        }
        return arns;
    }
}
