package dev.understudy.operation;

import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * The global condition keys of a request. They are written after the operation's own keys and only
 * from what the server knows, so that no header or parameter can pretend to be one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys</a>
 */
final class RequestKeys {
    private RequestKeys() {}

    /** The keys of the environment and of the resource. */
    static void environment(RequestContext.Builder keys, RequestFacts facts, Check check) {
        keys.put("aws:CurrentTime", facts.now().toString())
                .put("aws:EpochTime", Long.toString(facts.now().getEpochSecond()))
                .put("aws:RequestedRegion", facts.region())
                .put("aws:SourceIp", facts.remoteAddress())
                .put("aws:SecureTransport", Boolean.toString(facts.secure()))
                .put("aws:ViaAWSService", "false")
                .put("aws:ResourceAccount", check.owner().digits());
        putIfPresent(keys, "aws:UserAgent", facts.userAgent());
        putIfPresent(keys, "aws:referer", facts.referer());
    }

    /** The keys of a service that calls by its own name, for what it acts among them. */
    static void service(RequestContext.Builder keys, String name, ServiceSource source) {
        keys.put("aws:PrincipalIsAWSService", "true")
                .put("aws:PrincipalServiceName", name)
                .putAll("aws:PrincipalServiceNamesList", List.of(name))
                .put("aws:SourceArn", source.arn())
                .put("aws:SourceAccount", source.account().digits());
    }

    /** The keys of a caller that signed. */
    static void caller(RequestContext.Builder keys, Caller caller, RequestFacts facts) {
        keys.put("aws:PrincipalAccount", caller.account().digits())
                .put("aws:PrincipalArn", principalArn(caller.principal()))
                .put("aws:PrincipalType", caller.principal().type())
                .put("aws:PrincipalIsAWSService", "false")
                .put("aws:userid", caller.userId());
        putIfPresent(keys, "aws:username", caller.userName());
        caller.tags().forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
        Session session = caller.session();
        if (session != null) {
            session(keys, session, facts);
        }
    }

    private static void session(RequestContext.Builder keys, Session session, RequestFacts facts) {
        session.keys().forEach((key, values) -> put(keys, key, values));
        keys.put("aws:TokenIssueTime", session.issuedAt().toString());
        if (session.kind() == Session.Kind.ROOT) {
            keys.put("aws:AssumedRoot", "true");
        }
        putIfPresent(keys, "aws:SourceIdentity", session.sourceIdentity());
        putIfPresent(keys, "aws:FederatedProvider", session.federatedProvider());
        boolean outside =
                session.federatedProvider() != null
                        || session.kind() == Session.Kind.FEDERATED_USER;
        if (!outside) {
            keys.put("aws:MultiFactorAuthPresent", Boolean.toString(session.mfaAt() != null));
        }
        if (session.mfaAt() != null) {
            long age = Duration.between(session.mfaAt(), facts.now()).toSeconds();
            keys.put("aws:MultiFactorAuthAge", Long.toString(Math.max(0, age)));
        }
    }

    /** The keys of a request that brings a code itself, in place of those of its session. */
    static void multiFactorNow(RequestContext.Builder keys) {
        keys.put("aws:MultiFactorAuthPresent", "true").put("aws:MultiFactorAuthAge", "0");
    }

    /** A key with one value can stand in a policy variable, as {@code ${saml:sub}} does. */
    static void put(RequestContext.Builder keys, String key, List<String> values) {
        if (values.size() == 1) {
            keys.put(key, values.getFirst());
        } else {
            keys.putAll(key, values);
        }
    }

    private static String principalArn(Principal principal) {
        return principal instanceof Principal.RoleSession session
                ? session.roleArn()
                : principal.arn();
    }

    private static void putIfPresent(
            RequestContext.Builder keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
