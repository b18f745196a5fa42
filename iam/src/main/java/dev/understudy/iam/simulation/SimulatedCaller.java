package dev.understudy.iam.simulation;

import dev.understudy.directory.Account;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom resource policies see as the one who asks. A user, group or role, which need not exist;
 * where a trust policy is simulated also a certain session of a role, a service or an identity
 * provider.
 *
 * @param entity null for services and providers, and where no caller was named
 * @param uniqueId of a user or role of the account that simulates; empty where nobody may know it
 */
record SimulatedCaller(Principal principal, @Nullable EntityArn entity, String uniqueId) {

    private static final Pattern SESSION =
            Pattern.compile(
                    "arn:(?<partition>[a-z-]+):sts::(?<account>[0-9]{12}):"
                            + "assumed-role/(?<role>[\\w+=,.@-]+)/[\\w+=,.@-]+");

    /** Nobody in particular in the account, as whom custom policies are simulated by default. */
    static SimulatedCaller unnamed(AuthenticatedCall call) {
        AccountId account = call.accountId();
        String arn = "arn:" + call.account().partition() + ":iam::" + account + ":user/";
        return new SimulatedCaller(new Principal.IamUser(account, arn, ""), null, "");
    }

    /**
     * The caller of this ARN.
     *
     * @param trust whether a role's trust is simulated, so that whoever may assume one may call
     */
    static SimulatedCaller of(String text, boolean trust, AuthenticatedCall call) {
        Matcher session = SESSION.matcher(text);
        if (trust && session.matches()) {
            return ofSession(session, call);
        }
        Principal outsider = trust ? outsider(text) : null;
        return outsider == null
                ? of(EntityArn.of(text), call)
                : new SimulatedCaller(outsider, null, "");
    }

    /** The caller of this ARN. Only of its own account an account may learn unique ids. */
    static SimulatedCaller of(EntityArn arn, AuthenticatedCall call) {
        Account own = call.account();
        PolicyHolder holder = arn.account().equals(own.id()) ? arn.find(own) : null;
        String id = holder == null ? "" : holder.id();
        Principal principal =
                arn.kind().equals("role")
                        ? session(arn, id)
                        : new Principal.IamUser(arn.account(), arn.text(), id);
        return new SimulatedCaller(principal, arn, id);
    }

    private static SimulatedCaller ofSession(Matcher session, AuthenticatedCall call) {
        Account own = call.account();
        boolean isOwn = own.id().digits().equals(session.group("account"));
        Role role = isOwn ? own.role(session.group("role")) : null;
        String arn =
                role == null
                        ? "arn:%s:iam::%s:role/%s"
                                .formatted(
                                        session.group("partition"),
                                        session.group("account"),
                                        session.group("role"))
                        : role.arn(own);
        String id = role == null ? "" : role.id();
        EntityArn entity = EntityArn.of(arn);
        return new SimulatedCaller(
                new Principal.RoleSession(entity.account(), arn, id, session.group()), entity, id);
    }

    /** A session of the role whose name no policy can name. */
    private static Principal session(EntityArn role, String id) {
        String arn =
                "arn:%s:sts::%s:assumed-role/%s/*"
                        .formatted(role.partition(), role.account(), role.name());
        return new Principal.RoleSession(role.account(), role.text(), id, arn);
    }

    private static @Nullable Principal outsider(String text) {
        Arn arn = Arn.parseOrNull(text);
        if (arn == null) {
            boolean service = text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn");
            return service
                    ? new Principal.ServicePrincipal(text)
                    : text.indexOf('.') < 0 ? null : new Principal.FederatedIdentity(text);
        }
        boolean provider =
                arn.resource().startsWith("oidc-provider/")
                        || arn.resource().startsWith("saml-provider/");
        return provider ? new Principal.FederatedIdentity(text) : null;
    }

    /** Whether no organization's policies bind the caller. */
    boolean isServiceLinked() {
        return principal instanceof Principal.RoleSession session && session.isServiceLinked();
    }

    /** Refuses a caller whom no resource policy can name. */
    void requireNameable() {
        boolean unnamed = entity == null && principal instanceof Principal.IamUser;
        if (unnamed || entity != null && entity.kind().equals("group")) {
            throw InvalidInput.simulatedCaller();
        }
    }

    /**
     * The condition keys that AWS's simulator fills in by itself: the account, the type, and of
     * users the id and name.
     */
    void addTo(RequestContext.Builder context) {
        if (entity == null) {
            return;
        }
        context.put("aws:PrincipalAccount", entity.account().digits());
        if (entity.kind().equals("role")) {
            context.put("aws:PrincipalType", "AssumedRole");
        } else if (entity.kind().equals("user")) {
            context.put("aws:PrincipalType", "User").put("aws:username", entity.name());
            if (!uniqueId.isEmpty()) {
                context.put("aws:userid", uniqueId);
            }
        }
    }
}
