package dev.understudy.policy;

/** Whether it matters whom the statements of a document name. */
enum Naming {
    /** The document is one of the principal's own, or limits everyone alike. */
    IGNORED {
        @Override
        Strength strength(Rule rule, Principal principal) {
            return Strength.DIRECT;
        }

        @Override
        boolean means(Rule rule, Principal principal) {
            return true;
        }
    },
    /**
     * It limits whoever comes through a VPC endpoint, and may say of each limit whose it is.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control
     *     access to VPC endpoints using endpoint policies</a>
     */
    ASKED_IF_GIVEN {
        @Override
        Strength strength(Rule rule, Principal principal) {
            return means(rule, principal) ? Strength.DIRECT : Strength.NONE;
        }

        @Override
        boolean means(Rule rule, Principal principal) {
            return rule.namesNobody() || rule.names(principal) != Strength.NONE;
        }
    },
    /** It is a resource's own. */
    ASKED {
        @Override
        Strength strength(Rule rule, Principal principal) {
            return rule.names(principal);
        }

        @Override
        boolean means(Rule rule, Principal principal) {
            return rule.names(principal) != Strength.NONE;
        }
    },
    /**
     * It is a resource's own, and the principal has a permissions boundary: a deny of everyone but
     * some always means such a principal, whether it is one of them or not.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">AWS
     *     JSON policy elements: NotPrincipal</a>
     */
    ASKED_OF_BOUNDED {
        @Override
        Strength strength(Rule rule, Principal principal) {
            return rule.names(principal);
        }

        @Override
        boolean means(Rule rule, Principal principal) {
            return rule.namesAllBut() || rule.names(principal) != Strength.NONE;
        }
    };

    /** How closely an allow names the principal. */
    abstract Strength strength(Rule rule, Principal principal);

    /** Whether a deny is meant for the principal. */
    abstract boolean means(Rule rule, Principal principal);
}
