package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/** Who makes a request, as policies see it. */
public sealed interface Principal {

    /** The ARN, as AccessDenied prints it; a service's or provider's name for those without one. */
    String arn();

    /** The account; null for services, outsiders and nobody. */
    @Nullable AccountId account();

    /** What {@code aws:PrincipalType} says of it. */
    String type();

    /** The root user of an account. */
    record RootUser(String partition, AccountId account) implements Principal {
        @Override
        public String type() {
            return "Account";
        }

        @Override
        public String arn() {
            return "arn:" + partition + ":iam::" + account + ":root";
        }
    }

    /**
     * An IAM user, with long-term credentials or those of GetSessionToken.
     *
     * @param userId {@code AIDA…}
     */
    record IamUser(AccountId account, String arn, String userId) implements Principal {
        @Override
        public String type() {
            return "User";
        }
    }

    /**
     * A session of a role.
     *
     * @param roleArn the role's, with its path
     * @param roleId {@code AROA…}
     * @param sessionArn {@code arn:aws:sts::A:assumed-role/Role/Session}
     */
    record RoleSession(AccountId account, String roleArn, String roleId, String sessionArn)
            implements Principal {
        @Override
        public String type() {
            return "AssumedRole";
        }

        @Override
        public String arn() {
            return sessionArn;
        }

        /**
         * Whether the role is service-linked, so that no organization's policies bind its sessions.
         * Nobody but AWS makes roles under this path.
         */
        public boolean isServiceLinked() {
            return roleArn.contains(":role/aws-service-role/");
        }
    }

    /**
     * A session of GetFederationToken.
     *
     * @param federatedBy the user who called it; null for the root user
     */
    record FederatedUser(AccountId account, String arn, @Nullable Principal federatedBy)
            implements Principal {
        @Override
        public String type() {
            return "FederatedUser";
        }
    }

    /** An AWS service, or one of one's own, calling for itself. */
    record ServicePrincipal(String name) implements Principal {
        @Override
        public String type() {
            return "Service";
        }

        @Override
        public String arn() {
            return name;
        }

        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }

    /**
     * Someone whom an identity provider vouches for.
     *
     * @param provider the provider's domain or ARN
     */
    record FederatedIdentity(String provider) implements Principal {
        @Override
        public String type() {
            return "WebIdentityUser";
        }

        @Override
        public String arn() {
            return provider;
        }

        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }

    /** Somebody who did not say who he is. */
    record Anonymous() implements Principal {
        @Override
        public String type() {
            return "Anonymous";
        }

        @Override
        public String arn() {
            return "anonymous";
        }

        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }
}
