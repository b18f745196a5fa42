package dev.understudy.operation;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an organization adds to a decision: its policies, level by level from the root to the
 * account, and the condition keys that say where in it somebody or something is.
 *
 * <p>The managing account is limited neither in what its principals do nor in what is done to its
 * resources. Service-linked roles are limited by neither type.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
final class OrganizationLimits {
    /** The services whose resources resource control policies speak of. */
    private static final Set<String> RESOURCE_CONTROLLED =
            Set.of(
                    "s3",
                    "sts",
                    "kms",
                    "sqs",
                    "secretsmanager",
                    "ecr",
                    "aoss",
                    "dynamodb",
                    "cognito-identity",
                    "cognito-idp",
                    "logs");

    private static final PolicyDocument VANISHED = PolicyDocument.unreadable("");

    private OrganizationLimits() {}

    /** Adds what the organization of the caller says. */
    static void ofCaller(
            RequestContext.Builder keys,
            PolicySet.Builder policies,
            Caller caller,
            AuthenticatedCall call) {
        OrganizationView view = call.organization(caller.account());
        if (view == null) {
            return;
        }
        List<OrganizationNode> path = path(view, caller.account());
        keys.put("aws:PrincipalOrgID", view.organization().id());
        keys.putAll("aws:PrincipalOrgPaths", List.of(view.text(path)));
        if (!view.managementId().equals(caller.account()) && !isServiceLinked(caller.principal())) {
            policies.serviceControl(levels(view, path, OrganizationPolicy.SERVICE_CONTROL));
        }
    }

    /** Adds where in its organization the account is for which a service acts. */
    static void ofSource(
            RequestContext.Builder keys, ServiceSource source, AuthenticatedCall call) {
        OrganizationView view = call.organization(source.account());
        if (view != null) {
            keys.put("aws:SourceOrgID", view.organization().id());
            keys.putAll("aws:SourceOrgPaths", List.of(view.text(path(view, source.account()))));
        }
    }

    /** Adds what the organization of the resource's owner says; the caller is null if unsigned. */
    static void ofResource(
            RequestContext.Builder keys,
            PolicySet.Builder policies,
            Check check,
            @Nullable Caller caller,
            AuthenticatedCall call) {
        OrganizationView view = call.organization(check.owner());
        if (view == null) {
            return;
        }
        List<OrganizationNode> path = path(view, check.owner());
        keys.put("aws:ResourceOrgID", view.organization().id());
        keys.putAll("aws:ResourceOrgPaths", List.of(view.text(path)));
        boolean limited =
                !view.managementId().equals(check.owner())
                        && (caller == null || !isServiceLinked(caller.principal()))
                        && RESOURCE_CONTROLLED.contains(service(check.action()));
        if (limited) {
            policies.resourceControl(levels(view, path, OrganizationPolicy.RESOURCE_CONTROL));
        }
    }

    private static List<OrganizationNode> path(OrganizationView view, AccountId account) {
        return view.path(Objects.requireNonNull(view.member(account.digits())));
    }

    private static List<List<PolicySource>> levels(
            OrganizationView view, List<OrganizationNode> path, String type) {
        if (!view.organization().policyTypes().contains(type)) {
            return List.of();
        }
        PolicyKind kind =
                type.equals(OrganizationPolicy.SERVICE_CONTROL)
                        ? PolicyKind.SERVICE_CONTROL
                        : PolicyKind.RESOURCE_CONTROL;
        List<List<PolicySource>> levels = new ArrayList<>(path.size());
        for (OrganizationNode node : path) {
            List<PolicySource> level = new ArrayList<>();
            for (String id : node.policies()) {
                OrganizationPolicy policy = view.policy(id);
                if (policy == null) {
                    level.add(new PolicySource(id, kind, VANISHED));
                } else if (policy.type().equals(type)) {
                    level.add(new PolicySource(view.arn(policy), kind, policy.document()));
                }
            }
            levels.add(level);
        }
        return levels;
    }

    private static boolean isServiceLinked(Principal principal) {
        return principal instanceof Principal.RoleSession session && session.isServiceLinked();
    }

    private static String service(String action) {
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }
}
