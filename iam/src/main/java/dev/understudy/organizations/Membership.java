package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.AuthenticatedCall;

import org.jspecify.annotations.Nullable;

/** The organization of a call, for those of its accounts that may use it in the given way. */
final class Membership {
    private Membership() {}

    /** For the managing account alone. */
    static OrganizationView managed(AuthenticatedCall call) {
        OrganizationView view = own(call);
        if (!view.managementId().equals(call.accountId())) {
            throw OrganizationsErrors.notPermitted();
        }
        return view;
    }

    /** For the managing account, and for members that administer a service on its behalf. */
    static OrganizationView readable(AuthenticatedCall call) {
        OrganizationView view = own(call);
        if (view.managementId().equals(call.accountId())) {
            return view;
        }
        MemberAccount member = view.member(call.accountId().digits());
        if (member == null || member.delegations().isEmpty()) {
            throw OrganizationsErrors.notPermitted();
        }
        return view;
    }

    /** For every member. */
    static OrganizationView own(AuthenticatedCall call) {
        OrganizationView view = find(call);
        if (view == null) {
            throw OrganizationsErrors.notInUse();
        }
        return view;
    }

    /** The organization that the caller's account is in; null if in none. */
    static @Nullable OrganizationView find(AuthenticatedCall call) {
        return call.organization(call.accountId());
    }
}
