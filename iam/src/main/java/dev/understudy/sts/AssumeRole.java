package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.mfa.MfaCodes;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.ProvidedContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Temporary credentials of a role, in this account or another, for a caller whom the role's trust
 * policy allows and whose own policies do not forbid.
 */
final class AssumeRole implements ReadOperation<AssumeRoleRequest, AssumeRoleResponse> {
    private final CredentialMint mint;
    private final MfaCodes codes;

    AssumeRole(CredentialMint mint, MfaCodes codes) {
        this.mint = mint;
        this.codes = codes;
    }

    @Override
    public Access access(AssumeRoleRequest input, AuthenticatedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        if (call.caller().principal() instanceof Principal.RootUser) {
            throw AccessDenied.because("Roles may not be assumed by root accounts.");
        }
        SessionTags tags =
                SessionTags.of(input.tags(), input.transitiveTagKeys(), call.caller().session());
        List<Check> checks = new ArrayList<>();
        Check check = check(target, input, tags, call);
        checks.add(check);
        if (tags.any()) {
            checks.add(check.doing("sts:TagSession"));
        }
        if (sourceIdentity(input, call) != null) {
            checks.add(check.doing("sts:SetSourceIdentity"));
        }
        if (!input.providedContexts().isEmpty()) {
            checks.add(
                    check.doing("sts:SetContext")
                            .with(
                                    "sts:RequestContextProviders",
                                    input.providedContexts().stream()
                                            .map(ProvidedContext::providerArn)
                                            .filter(Objects::nonNull)
                                            .toList()));
        }
        return new Access.Permission(checks);
    }

    private static Check check(
            RoleTarget target, AssumeRoleRequest input, SessionTags tags, AuthenticatedCall call) {
        Check check =
                target.check("sts:AssumeRole")
                        .with("sts:ExternalId", input.externalId())
                        .with("sts:RoleSessionName", input.roleSessionName())
                        .with("sts:SourceIdentity", sourceIdentity(input, call))
                        .withMultiFactor(MfaCodes.brought(input.serialNumber(), input.tokenCode()))
                        .withRequestTags(tags.passed())
                        .withResourceTags(tags.over(target.tags()));
        return tags.transitiveKeys().isEmpty()
                ? check
                : check.with("sts:TransitiveTagKeys", tags.transitiveKeys());
    }

    /** The source identity passed, or the caller's, which follows it into every session. */
    private static @Nullable String sourceIdentity(
            AssumeRoleRequest input, AuthenticatedCall call) {
        Session session = call.caller().session();
        String inherited = session == null ? null : session.sourceIdentity();
        return inherited == null ? input.sourceIdentity() : inherited;
    }

    @Override
    public AssumeRoleResponse execute(AssumeRoleRequest input, AuthorizedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        Role role = target.role();
        Account account = Objects.requireNonNull(target.account());
        Session caller = call.caller().session();
        // What is asked is decided as if the code were good; a code that is not ends here. The
        // session does not remember it, as on AWS.
        codes.verify(input.serialNumber(), input.tokenCode(), call);
        int seconds =
                call.caller().principal() instanceof Principal.ServicePrincipal
                        ? SessionDuration.ofService(input.durationSeconds())
                        : SessionDuration.seconds(input.durationSeconds(), role, caller != null);
        requireUnchanged(input.sourceIdentity(), sourceIdentity(input, call));
        requireNoContexts(input.providedContexts());
        SessionPolicies policies = SessionPolicies.of(input.policy(), input.policyArns(), account);
        SessionTags tags = SessionTags.of(input.tags(), input.transitiveTagKeys(), caller);
        tags.requireValid();
        int packed = PackedSize.percent(policies, tags);
        Session session =
                new Session(
                        Session.Kind.ROLE,
                        account.id(),
                        role.id(),
                        input.roleSessionName(),
                        call.now(),
                        call.now().plusSeconds(seconds),
                        policies.inline(),
                        policies.arns(),
                        tags.all(),
                        tags.allTransitive(),
                        sourceIdentity(input, call),
                        null,
                        null,
                        call.sessionKeys());
        return AssumeRoleResponse.builder()
                .credentials(mint.mint(session))
                .assumedRoleUser(AssumedRoleUsers.of(account, role, input.roleSessionName()))
                .packedPolicySize(policies.any() || tags.any() ? packed : null)
                .sourceIdentity(session.sourceIdentity())
                .build();
    }

    /**
     * A context is what a provider of AWS's asserts of its user. There is none here, so that no
     * assertion can be believed; a session without what it asserts would not be what was asked for.
     */
    private static void requireNoContexts(List<ProvidedContext> contexts) {
        if (!contexts.isEmpty()) {
            throw ValidationError.because(
                    "The context provider " + contexts.getFirst().providerArn() + " is not known.");
        }
    }

    private static void requireUnchanged(@Nullable String asked, @Nullable String inForce) {
        if (asked != null && !asked.equals(inForce)) {
            throw ValidationError.because(
                    "The source identity is already set for this assume role session");
        }
        if (asked != null && asked.startsWith("aws:")) {
            throw ValidationError.because("The source identity must not begin with aws:");
        }
    }
}
