package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.operation.SessionArns;

import software.amazon.awssdk.services.sts.model.AssumedRoleUser;

/** Who a session is, as answers tell it. */
final class AssumedRoleUsers {
    private AssumedRoleUsers() {}

    static AssumedRoleUser of(Account account, Role role, String sessionName) {
        return AssumedRoleUser.builder()
                .arn(SessionArns.assumedRole(account, role, sessionName))
                .assumedRoleId(role.id() + ":" + sessionName)
                .build();
    }
}
