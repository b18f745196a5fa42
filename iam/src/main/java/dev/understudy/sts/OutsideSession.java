package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.federation.Proof;
import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.Session;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the two operations have in common that make a session of a role for somebody whom an outside
 * provider vouches for, whatever the form of the proof.
 *
 * @param packedSize null if neither a policy nor a tag was passed
 */
record OutsideSession(Session session, AssumedRoleUser user, @Nullable Integer packedSize) {
    private static final Set<String> SAML_LASTS = Set.of("namequalifier", "sub", "sub_type");

    /**
     * AWS's table names the first four; its examples for S3 have {@code www.amazon.com:user_id}.
     */
    private static final Set<String> TOKEN_LASTS = Set.of("aud", "sub", "amr", "id", "user_id");

    /** What is to be decided: the trust policy alone has a say, in each of the actions needed. */
    static Access access(
            String action, RoleTarget target, VerifiedIdentity identity, String sessionName) {
        List<Check> checks = new ArrayList<>();
        checks.add(check(action, target, identity, sessionName));
        if (!identity.tags().isEmpty()) {
            checks.add(check("sts:TagSession", target, identity, sessionName));
        }
        if (identity.sourceIdentity() != null) {
            checks.add(check("sts:SetSourceIdentity", target, identity, sessionName));
        }
        return new Access.OutsideIdentity(identity, checks);
    }

    private static Check check(
            String action, RoleTarget target, VerifiedIdentity identity, String sessionName) {
        return target.check(action)
                .with("sts:RoleSessionName", sessionName)
                .with("sts:SourceIdentity", identity.sourceIdentity())
                .withRequestTags(identity.tags())
                .withResourceTags(target.tags());
    }

    /**
     * The keys of a proof that stay with the session, so that a policy may say {@code ${saml:sub}}.
     * All others are for the trust policy alone.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Available
     *     keys for AWS web identity federation, and for SAML-based federation</a>
     */
    private static Map<String, List<String>> lasting(Map<String, List<String>> keys) {
        Map<String, List<String>> lasting = new LinkedHashMap<>();
        keys.forEach((key, values) -> {
            String name = key.substring(key.lastIndexOf(':') + 1);
            if ((key.startsWith("saml:") ? SAML_LASTS : TOKEN_LASTS).contains(name)) {
                lasting.put(key, values);
            }
        });
        return lasting;
    }

    /** The refusal of a proof, as an error of AWS's. */
    static AwsError error(Proof.Unproven unproven) {
        return switch (unproven.code()) {
            case "AccessDenied" -> AccessDenied.because(unproven.message());
            case "ExpiredTokenException" ->
                    new AwsError(ErrorCode.EXPIRED_TOKEN_EXCEPTION, unproven.message());
            case "IDPRejectedClaim" ->
                    new AwsError(ErrorCode.IDP_REJECTED_CLAIM, unproven.message());
            case "IDPCommunicationError" ->
                    new AwsError(ErrorCode.IDP_COMMUNICATION_ERROR, unproven.message());
            default -> new AwsError(ErrorCode.INVALID_IDENTITY_TOKEN, unproven.message());
        };
    }

    /**
     * The session of the role, once its trust policy allowed.
     *
     * @param expiresAt no later than the role lets it last
     */
    static OutsideSession of(
            RoleTarget target,
            String sessionName,
            Instant expiresAt,
            @Nullable String policy,
            List<PolicyDescriptorType> policyArns,
            AuthorizedCall call) {
        Role role = target.role();
        Account account = Objects.requireNonNull(target.account());
        VerifiedIdentity identity = call.identity();
        SessionPolicies policies = SessionPolicies.of(policy, policyArns, account);
        SessionTags tags = SessionTags.ofToken(identity.tags(), identity.transitiveTagKeys());
        tags.requireValid();
        int packed = PackedSize.percent(policies, tags);
        Session session =
                new Session(
                        Session.Kind.ROLE,
                        account.id(),
                        role.id(),
                        sessionName,
                        call.now(),
                        expiresAt,
                        policies.inline(),
                        policies.arns(),
                        tags.all(),
                        tags.allTransitive(),
                        identity.sourceIdentity(),
                        null,
                        identity.provider(),
                        lasting(identity.keys()));
        return new OutsideSession(
                session,
                AssumedRoleUsers.of(account, role, sessionName),
                policies.any() || tags.any() ? packed : null);
    }
}
