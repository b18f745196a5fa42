package dev.understudy.organizations;

import dev.understudy.directory.AccountCreation;
import dev.understudy.directory.Change;
import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationMembership;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.UniqueIds;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.organizations.model.CreateAccountRequest;
import software.amazon.awssdk.services.organizations.model.CreateAccountResponse;
import software.amazon.awssdk.services.organizations.model.CreateAccountStatus;

import java.util.List;
import java.util.Map;

/**
 * Makes an account that is a member from the first, below the root, with a role that the managing
 * account may assume. As on AWS the answer says that it is under way; what came of it is told by
 * DescribeCreateAccountStatus, here at once.
 */
final class CreateAccount implements WriteOperation<CreateAccountRequest, CreateAccountResponse> {
    private static final String ROLE_NAME = "OrganizationAccountAccessRole";
    private static final String ADMINISTRATOR_ACCESS =
            "arn:aws:iam::aws:policy/AdministratorAccess";
    private final NewAccounts accounts;

    CreateAccount(NewAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Access access(CreateAccountRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.anywhere("CreateAccount", call).withRequestTags(Tags.map(input.tags())));
    }

    @Override
    public CreateAccountResponse execute(CreateAccountRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        Map<String, String> tags = Tags.checked(input.tags());
        boolean taken =
                view.members().stream()
                        .anyMatch(member -> member.email().equalsIgnoreCase(input.email()));
        String failure = taken ? "EMAIL_ALREADY_EXISTS" : null;
        AccountId id = taken ? null : made(input, call);
        AccountCreation creation =
                new AccountCreation(
                        "car-" + Ids.letters(32, call.random()),
                        input.accountName(),
                        call.now(),
                        id == null ? null : id.digits(),
                        failure);
        call.put(creation);
        if (id != null) {
            call.put(
                    new MemberAccount(
                            id.digits(),
                            input.accountName(),
                            input.email(),
                            "CREATED",
                            call.now(),
                            view.root().id(),
                            PolicyTypes.initial(view),
                            Map.of(),
                            tags));
        }
        return CreateAccountResponse.builder()
                .createAccountStatus(
                        CreateAccountStatus.builder()
                                .id(creation.id())
                                .accountName(creation.accountName())
                                .state("IN_PROGRESS")
                                .requestedTimestamp(creation.requested())
                                .build())
                .build();
    }

    /**
     * The account is there before the organization lists it. If the listing fails, what is left is
     * an account that is in no organization and that nobody can enter.
     */
    private AccountId made(CreateAccountRequest input, WritingCall call) {
        while (true) {
            AccountId id = Ids.account(call.random());
            List<Change> content =
                    List.of(
                            new Change.Put(new OrganizationMembership(call.accountId().digits())),
                            new Change.Put(role(id, input, call)));
            if (accounts.make(id, call.now(), content)) {
                return id;
            }
        }
    }

    private static Role role(AccountId id, CreateAccountRequest input, WritingCall call) {
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\"arn:aws:iam::"
                        + call.accountId()
                        + ":root\"},\"Action\":\"sts:AssumeRole\"}]}";
        return new Role(
                UniqueIds.next("AROA", id, call.random()),
                input.roleName() == null ? ROLE_NAME : input.roleName(),
                "/",
                call.now(),
                PolicyDocument.parse(trust),
                null,
                3_600,
                Map.of(),
                new Permissions(Map.of(), List.of(ADMINISTRATOR_ACCESS), null),
                null);
    }
}
