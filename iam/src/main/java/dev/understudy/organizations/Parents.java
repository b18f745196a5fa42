package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The nodes that others stand below. */
final class Parents {
    private Parents() {}

    /** The root or unit of this id, or the error that there is none. */
    static OrganizationNode find(OrganizationView view, String id) {
        OrganizationNode node = findOrNull(view, id);
        if (node == null) {
            throw OrganizationsErrors.missing(ErrorCode.PARENT_NOT_FOUND, "a parent");
        }
        return node;
    }

    /** The root or unit of this id; null if there is none. */
    static @Nullable OrganizationNode findOrNull(OrganizationView view, String id) {
        OrganizationNode node = view.node(id);
        return node instanceof MemberAccount ? null : node;
    }

    /** The unit of this id, or the error that there is none. */
    static OrganizationalUnit unit(OrganizationView view, String id) {
        OrganizationalUnit unit = view.unit(id);
        if (unit == null) {
            throw OrganizationsErrors.missing(
                    ErrorCode.ORGANIZATIONAL_UNIT_NOT_FOUND, "an organizational unit");
        }
        return unit;
    }

    /** The member of this id, or the error that there is none. */
    static MemberAccount member(OrganizationView view, String id) {
        MemberAccount member = view.member(id);
        if (member == null) {
            throw OrganizationsErrors.accountMissing();
        }
        return member;
    }

    /** The units directly below this node. */
    static List<OrganizationalUnit> units(OrganizationView view, String parentId) {
        return view.units().stream().filter(unit -> unit.parentId().equals(parentId)).toList();
    }

    /** The accounts directly below this node. */
    static List<MemberAccount> members(OrganizationView view, String parentId) {
        return view.members().stream()
                .filter(member -> member.parentId().equals(parentId))
                .toList();
    }

    /** Passes if no unit below this node has the name. */
    static void requireFreeName(OrganizationView view, String parentId, String name) {
        if (units(view, parentId).stream().anyMatch(unit -> unit.name().equals(name))) {
            throw OrganizationsErrors.because(
                    ErrorCode.DUPLICATE_ORGANIZATIONAL_UNIT,
                    "An OU with the same name already exists.");
        }
    }
}
