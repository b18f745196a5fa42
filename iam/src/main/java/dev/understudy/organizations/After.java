package dev.understudy.organizations;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.Root;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The organization as it will be, for answers that tell it. */
final class After {
    private After() {}

    static Root root(WritingCall call, OrganizationView before, Set<String> policyTypes) {
        Account after =
                call.account()
                        .apply(
                                List.of(
                                        new Change.Put(
                                                before.organization()
                                                        .withPolicyTypes(policyTypes))),
                                call.account().version() + 1);
        return Described.root(Objects.requireNonNull(OrganizationView.managedBy(after)));
    }
}
