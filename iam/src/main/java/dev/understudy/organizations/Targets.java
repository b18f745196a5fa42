package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationRoot;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;

/** What policies are attached to. */
final class Targets {
    private Targets() {}

    /** The root, unit or account of this id, or the error that there is none. */
    static OrganizationNode find(OrganizationView view, String id) {
        OrganizationNode node = view.node(id);
        if (node == null) {
            throw OrganizationsErrors.targetMissing();
        }
        return node;
    }

    /** Passes if policies of the type do anything. */
    static void requireEnabled(OrganizationView view, String type) {
        if (!view.organization().policyTypes().contains(type)) {
            throw OrganizationsErrors.policyTypeNotEnabled();
        }
    }

    /** What AWS calls the kind of node. */
    static String type(OrganizationNode node) {
        return switch (node) {
            case OrganizationRoot root -> "ROOT";
            case OrganizationalUnit unit -> "ORGANIZATIONAL_UNIT";
            case MemberAccount member -> "ACCOUNT";
        };
    }
}
