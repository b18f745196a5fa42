package dev.understudy.sts;

import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Temporary credentials of a member account's root user for one task, for a principal of the
 * account that manages the organization or of its delegated administrator for IAM.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html">Privileged
 *     tasks on member accounts</a>
 */
final class AssumeRoot implements ReadOperation<AssumeRootRequest, AssumeRootResponse> {
    private static final int MOST_SECONDS = 900;
    private static final Set<String> TASKS =
            Set.of(
                    "IAMAuditRootUserCredentials",
                    "IAMCreateRootUserPassword",
                    "IAMDeleteRootUserCredentials",
                    "S3UnlockBucketPolicy",
                    "SQSUnlockQueuePolicy");

    private final CredentialMint mint;

    AssumeRoot(CredentialMint mint) {
        this.mint = mint;
    }

    @Override
    public Access access(AssumeRootRequest input, AuthenticatedCall call) {
        RootTarget target = RootTarget.of(input.targetPrincipal(), call);
        if (call.caller().principal() instanceof Principal.RootUser) {
            throw AccessDenied.because("Roles may not be assumed by root accounts.");
        }
        return Access.permission(
                Check.of("sts:AssumeRoot", target.arn(), target.account())
                        .with("sts:TaskPolicyArn", task(input.taskPolicyArn()))
                        .guardedBy(target.guard(call)));
    }

    /** The text of the refusal is ours: AWS does not publish its own. */
    private static String task(PolicyDescriptorType descriptor) {
        String arn = descriptor.arn();
        String name = arn == null ? "" : arn.substring(arn.lastIndexOf('/') + 1);
        if (arn == null
                || !TASKS.contains(name)
                || !arn.matches("arn:[a-z-]+:iam::aws:policy/root-task/" + name)) {
            throw ValidationError.because(
                    "TaskPolicyArn must be one of the managed policies of root-task.");
        }
        return arn;
    }

    @Override
    public AssumeRootResponse execute(AssumeRootRequest input, AuthorizedCall call) {
        RootTarget target = RootTarget.of(input.targetPrincipal(), call);
        int seconds = input.durationSeconds() == null ? MOST_SECONDS : input.durationSeconds();
        Session session =
                new Session(
                        Session.Kind.ROOT,
                        target.account(),
                        target.account().digits(),
                        "",
                        call.now(),
                        call.now().plusSeconds(seconds),
                        null,
                        List.of(task(input.taskPolicyArn())),
                        Map.of(),
                        Set.of(),
                        sourceIdentity(call),
                        null,
                        null,
                        Map.of());
        return AssumeRootResponse.builder()
                .credentials(mint.mint(session))
                .sourceIdentity(session.sourceIdentity())
                .build();
    }

    private static @Nullable String sourceIdentity(AuthorizedCall call) {
        Session caller = call.caller().session();
        return caller == null ? null : caller.sourceIdentity();
    }
}
