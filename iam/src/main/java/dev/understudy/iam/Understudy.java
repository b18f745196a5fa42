package dev.understudy.iam;

import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.ec2.Ec2;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.accessadvisor.AccessAdvisor;
import dev.understudy.iam.accessadvisor.KnownServices;
import dev.understudy.iam.accesskeys.AccessKeys;
import dev.understudy.iam.account.AccountOperations;
import dev.understudy.iam.delegation.Delegation;
import dev.understudy.iam.groups.Groups;
import dev.understudy.iam.instanceprofiles.InstanceProfiles;
import dev.understudy.iam.mfa.MfaCodes;
import dev.understudy.iam.mfa.MfaDevices;
import dev.understudy.iam.oidcproviders.OidcProviders;
import dev.understudy.iam.organizations.OrganizationsFeatures;
import dev.understudy.iam.outboundfederation.IssuerDocuments;
import dev.understudy.iam.outboundfederation.IssuerKeys;
import dev.understudy.iam.outboundfederation.IssuerUrls;
import dev.understudy.iam.outboundfederation.OutboundFederation;
import dev.understudy.iam.passwords.Passwords;
import dev.understudy.iam.policies.Policies;
import dev.understudy.iam.roles.Roles;
import dev.understudy.iam.samlproviders.SamlProviders;
import dev.understudy.iam.servercertificates.ServerCertificates;
import dev.understudy.iam.servicecredentials.ServiceCredentials;
import dev.understudy.iam.signingcertificates.SigningCertificates;
import dev.understudy.iam.simulation.Simulations;
import dev.understudy.iam.sshkeys.SshKeys;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Accounts;
import dev.understudy.operation.AuditLog;
import dev.understudy.operation.Decisions;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.Mode;
import dev.understudy.operation.Operation;
import dev.understudy.operation.OutsideDecisions;
import dev.understudy.operation.Pipelines;
import dev.understudy.operation.Quotas;
import dev.understudy.operation.Service;
import dev.understudy.operation.ServiceCalls;
import dev.understudy.operation.SessionTokens;
import dev.understudy.organizations.NewAccounts;
import dev.understudy.organizations.Organizations;
import dev.understudy.sts.RolesForToken;
import dev.understudy.sts.Sts;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * IAM, STS, Organizations and the EC2 that roles need, over a directory: what a server listens for,
 * and an embedder calls. Safe for many threads.
 */
public final class Understudy {
    private final Pipelines.Served served;
    private final Directory directory;
    private final Keyring keyring;
    private final Decisions decisions;
    private final IssuerDocuments issuerDocuments;
    private final RolesForToken rolesForToken;
    private final LastUse lastUse = new LastUse();
    private final LastAccess lastAccess = new LastAccess();

    private Understudy(Builder builder) {
        this.directory = Objects.requireNonNull(builder.directory, "directory");
        this.keyring = Objects.requireNonNull(builder.keyring, "keyring");
        SessionTokens tokens = new SessionTokens(keyring);
        this.decisions = new Decisions();
        SecureRandom random = builder.random == null ? new SecureRandom() : builder.random;
        IssuerUrls issuers = new IssuerUrls(builder.issuerUrl);
        this.issuerDocuments = new IssuerDocuments(directory, issuers);
        InstantSource clock = Objects.requireNonNull(builder.clock, "clock");
        Accounts accounts =
                Pipelines.accounts(directory, builder.quotas, builder.propagationDelay, clock);
        this.rolesForToken =
                new RolesForToken(new OutsideDecisions(accounts, clock), builder.providers);
        this.served =
                Pipelines.serve(
                        operations(
                                directory,
                                keyring,
                                tokens,
                                decisions,
                                builder.providers,
                                builder.saml,
                                random,
                                lastUse,
                                lastAccess,
                                issuers),
                        directory,
                        keyring,
                        tokens,
                        lastUse,
                        decisions,
                        lastAccess,
                        builder.mode,
                        builder.explainsAllowed,
                        accounts,
                        clock,
                        random,
                        builder.audit);
    }

    /** Every operation there is, by service, in the order of the doors. */
    public static Map<Service, List<Operation<?, ?>>> operations(
            Directory directory,
            Keyring keyring,
            SessionTokens tokens,
            Decisions decisions,
            IdentityProviders providers,
            SamlResponseVerifier saml,
            SecureRandom random,
            LastUse lastUse,
            LastAccess lastAccess,
            IssuerUrls issuers) {
        IssuerKeys issuerKeys = new IssuerKeys(directory, keyring, random);
        List<Operation<?, ?>> iam =
                new ArrayList<>(
                        iamOperations(directory, keyring, providers, random, lastUse, lastAccess));
        iam.addAll(OutboundFederation.operations(issuerKeys, issuers));
        return Map.of(
                Service.IAM,
                iam,
                Service.STS,
                Sts.operations(
                        tokens,
                        decisions,
                        providers,
                        saml,
                        keyring,
                        new MfaCodes(directory, keyring),
                        random,
                        issuerKeys,
                        issuers),
                Service.ORGANIZATIONS,
                Organizations.operations(newAccounts(directory)),
                Service.EC2,
                Ec2.operations());
    }

    private static NewAccounts newAccounts(Directory directory) {
        return (id, at, content) -> {
            if (directory.account(id) != null) {
                return false;
            }
            directory.create(id, at, content);
            return true;
        };
    }

    private static List<Operation<?, ?>> iamOperations(
            Directory directory,
            Keyring keyring,
            IdentityProviders providers,
            SecureRandom random,
            LastUse lastUse,
            LastAccess lastAccess) {
        List<Operation<?, ?>> operations = new ArrayList<>();
        operations.addAll(Users.operations());
        operations.addAll(Groups.operations());
        operations.addAll(Roles.operations());
        operations.addAll(Policies.operations());
        operations.addAll(InstanceProfiles.operations());
        operations.addAll(AccessKeys.operations(keyring, lastUse));
        operations.addAll(OidcProviders.operations(providers.thumbprints()));
        operations.addAll(SamlProviders.operations(keyring));
        operations.addAll(Simulations.operations());
        operations.addAll(
                AccountOperations.operations(
                        lastUse, id -> directory.history(id, 0, 1).getFirst().at()));
        operations.addAll(Passwords.operations(keyring, random));
        operations.addAll(MfaDevices.operations(keyring));
        operations.addAll(SshKeys.operations());
        operations.addAll(SigningCertificates.operations());
        operations.addAll(ServerCertificates.operations(keyring));
        operations.addAll(ServiceCredentials.operations(keyring));
        KnownServices services = AccessAdvisor.services();
        operations.addAll(AccessAdvisor.operations(lastAccess, services));
        operations.addAll(OrganizationsFeatures.operations(lastAccess, services));
        operations.addAll(Delegation.operations(directory));
        return operations;
    }

    /** A builder; directory, keyring and clock must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /** Answers the requests of all services. */
    public Endpoint endpoint() {
        return served.endpoint();
    }

    /** How the server itself acts as the services that deliver credentials. */
    public ServiceCalls serviceCalls() {
        return served.serviceCalls();
    }

    /** The accounts. */
    public Directory directory() {
        return directory;
    }

    /** Seals secrets at rest. */
    public Keyring keyring() {
        return keyring;
    }

    /** What accounts, as issuers of tokens, tell everybody. */
    public IssuerDocuments issuerDocuments() {
        return issuerDocuments;
    }

    /** Which roles id tokens open, for those who sign in by a browser. */
    public RolesForToken rolesForToken() {
        return rolesForToken;
    }

    /** The latest refusals, for whoever runs the server. */
    public Decisions decisions() {
        return decisions;
    }

    /** Writes what is noted in memory first: which keys were used last, and who tried what last. */
    public void flush(Instant now) {
        lastUse.flush(directory, now);
        lastAccess.flush(directory, now);
    }

    /** Collects what the services are made of. */
    public static final class Builder {
        private @Nullable Directory directory;
        private @Nullable Keyring keyring;
        private @Nullable InstantSource clock;
        private @Nullable SecureRandom random;
        private IdentityProviders providers = IdentityProviders.of(KeySource.given(issuer -> null));
        private SamlResponseVerifier saml =
                new SamlResponseVerifier(AssertionConsumers.aws(), false);
        private Mode mode = Mode.STRICT;
        private boolean explainsAllowed;
        private Quotas quotas = Quotas.AWS;
        private Duration propagationDelay = Duration.ZERO;
        private @Nullable String issuerUrl;
        private AuditLog audit = AuditLog.NONE;

        private Builder() {}

        /** The accounts; closed by whoever made it. */
        public Builder directory(Directory value) {
            directory = value;
            return this;
        }

        /** The keys that secrets and tokens are sealed under. */
        public Builder keyring(Keyring value) {
            keyring = value;
            return this;
        }

        /** What time it is. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** The randomness of secrets; the platform's by default. */
        public Builder random(SecureRandom value) {
            random = value;
            return this;
        }

        /** The keys of identity providers; none by default, so that no token is good. */
        public Builder identityProviderKeys(KeySource value) {
            return identityProviders(IdentityProviders.of(value));
        }

        /** What is asked of identity providers; nothing by default, so that no token is good. */
        public Builder identityProviders(IdentityProviders value) {
            providers = value;
            return this;
        }

        /** What SAML responses must be; sent to AWS's addresses by default, and without SHA-1. */
        public Builder samlResponses(SamlResponseVerifier value) {
            saml = value;
            return this;
        }

        /** What a refusal does; strict by default. */
        public Builder mode(Mode value) {
            mode = value;
            return this;
        }

        /** Whether what is allowed can be explained too, by the request's id; off by default. */
        public Builder explainAllowed(boolean value) {
            explainsAllowed = value;
            return this;
        }

        /** How much accounts may have; AWS's defaults by default. */
        public Builder quotas(Quotas value) {
            quotas = value;
            return this;
        }

        /** How long a change stays unseen by reads and decisions; not at all by default. */
        public Builder propagationDelay(Duration value) {
            propagationDelay = value;
            return this;
        }

        /**
         * What the URLs of accounts as issuers of tokens begin with, without a slash at the end;
         * AWS's own by default.
         */
        public Builder issuerUrl(@Nullable String value) {
            issuerUrl = value;
            return this;
        }

        /** What hears of every request; nothing by default. */
        public Builder audit(AuditLog value) {
            audit = value;
            return this;
        }

        /** The services. */
        public Understudy build() {
            return new Understudy(this);
        }
    }
}
