package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationTagged;
import dev.understudy.directory.OrganizationView;

/** The part of an organization that a request about tags names. */
final class TaggedPart {
    private TaggedPart() {}

    /** The part, or the error that there is none; AWS's policies cannot be tagged. */
    static OrganizationTagged find(OrganizationView view, String id) {
        if (id.startsWith("p-")) {
            OrganizationPolicy policy = view.policy(id);
            if (policy == null || policy.madeByAws()) {
                throw OrganizationsErrors.targetMissing();
            }
            return policy;
        }
        return Targets.find(view, id);
    }
}
