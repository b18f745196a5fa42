package dev.understudy.server.check;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.Principal;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Answers a question by the policies of an account as a running server tells them. */
public final class ServerWorld {
    private final AccountDetails details;
    private final AccountId account;

    /** The world of this account. */
    public ServerWorld(AccountDetails details, AccountId account) {
        this.details = details;
        this.account = account;
    }

    /**
     * The answer with every reason.
     *
     * @throws ConfigProblem if the account has no such principal or role
     */
    public Explanation explain(Question question, Instant now) {
        Principal named = PrincipalReader.read(question.principal(), question.userId());
        AccountId home = named.account();
        if (home != null && !home.equals(account)) {
            throw new ConfigProblem(
                    "the principal is of account "
                            + home
                            + ", and the server was asked as one of "
                            + account
                            + ", which sees no other account's policies");
        }
        if (named instanceof Principal.FederatedUser) {
            throw new ConfigProblem(
                    "a federated user has no policies that are stored: give them with --policy and"
                            + " --session");
        }
        AccountDetails.Holder holder = holder(named);
        PolicySet.Builder policies = PolicySet.builder();
        if (holder != null) {
            policies.identity(holder.identity()).boundary(holder.boundary());
        }
        if (question.asksTrust()) {
            policies.resource(role(question.resource()).trust()).resourcePolicyRequired(true);
        }
        Map<String, String> tags = holder == null ? Map.of() : holder.tags();
        return Evaluator.explain(
                question.request(known(named, holder), tags, now), policies.build());
    }

    private AccountDetails.@Nullable Holder holder(Principal named) {
        return switch (named) {
            case Principal.IamUser user -> {
                String name = last(user.arn());
                yield found("user", name, details.user(name), user.arn(), details.users());
            }
            case Principal.RoleSession session -> {
                String name = session.arn().split("/", 3)[1];
                yield found("role", name, details.role(name), null, details.roles());
            }
            default -> null;
        };
    }

    private AccountDetails.Holder role(String arn) {
        String name = last(arn);
        return found("role", name, details.role(name), arn, details.roles());
    }

    /** The one that was named; by its whole ARN, where it was named by that. */
    private static AccountDetails.Holder found(
            String what,
            String name,
            AccountDetails.@Nullable Holder holder,
            @Nullable String arn,
            List<String> known) {
        if (holder == null) {
            throw ConfigProblem.unknown(what, name, known);
        }
        if (arn != null && !arn.equals(holder.arn())) {
            throw new ConfigProblem(
                    "there is no " + arn + ": did you mean `" + holder.arn() + "`?");
        }
        return holder;
    }

    private static Principal known(Principal named, AccountDetails.@Nullable Holder holder) {
        return switch (named) {
            case Principal.IamUser user when holder != null ->
                    new Principal.IamUser(user.account(), user.arn(), holder.id());
            case Principal.RoleSession session when holder != null ->
                    new Principal.RoleSession(
                            session.account(), holder.arn(), holder.id(), session.sessionArn());
            default -> named;
        };
    }

    private static String last(String arn) {
        Arn parsed = Arn.parse(arn);
        return parsed.resource().substring(parsed.resource().lastIndexOf('/') + 1);
    }
}
