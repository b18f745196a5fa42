package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.time.Instant;
import java.util.Base64;

/**
 * The stored form of entities: the record's components as JSON, documents as their text, times in
 * ISO 8601. A component that is not known is an error; a document that no longer parses becomes one
 * that denies everything.
 */
public final class EntityForm {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(module())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private EntityForm() {}

    /** The entity as JSON. */
    public static String write(Entity entity) {
        return JSON.writeValueAsString(entity);
    }

    /**
     * The entity in this JSON.
     *
     * @throws IllegalArgumentException if it is none of this kind
     */
    public static Entity read(EntityKind kind, String json) {
        try {
            return JSON.readValue(json, type(kind));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("a stored " + kind + " cannot be read", unreadable);
        }
    }

    private static Class<? extends Entity> type(EntityKind kind) {
        return switch (kind) {
            case USER -> User.class;
            case GROUP -> Group.class;
            case ROLE -> Role.class;
            case POLICY -> ManagedPolicy.class;
            case INSTANCE_PROFILE -> InstanceProfile.class;
            case ACCESS_KEY -> AccessKey.class;
            case OIDC_PROVIDER -> OidcProvider.class;
            case SAML_PROVIDER -> SamlProvider.class;
            case ORGANIZATION -> Organization.class;
            case ORGANIZATION_ROOT -> OrganizationRoot.class;
            case ORGANIZATIONAL_UNIT -> OrganizationalUnit.class;
            case MEMBER_ACCOUNT -> MemberAccount.class;
            case ORGANIZATION_POLICY -> OrganizationPolicy.class;
            case ORGANIZATION_MEMBERSHIP -> OrganizationMembership.class;
            case ACCOUNT_CREATION -> AccountCreation.class;
            case ACCOUNT_FEATURES -> AccountFeatures.class;
            case PRINCIPAL_ACCESS -> PrincipalAccess.class;
            case ACCESS_JOB -> AccessJob.class;
            case SETTINGS -> AccountSettings.class;
            case DELETION_TASK -> DeletionTask.class;
            case LOGIN_PROFILE -> LoginProfile.class;
            case PASSWORD_POLICY -> PasswordPolicy.class;
            case MFA_DEVICE -> MfaDevice.class;
            case SSH_PUBLIC_KEY -> SshPublicKey.class;
            case SIGNING_CERTIFICATE -> SigningCertificate.class;
            case SERVER_CERTIFICATE -> ServerCertificate.class;
            case SERVICE_CREDENTIAL -> ServiceCredential.class;
            case ACCESS_KEY_USE -> AccessKeyUse.class;
            case CREDENTIAL_REPORT -> CredentialReport.class;
            case ROLE_USAGE_REPORT -> RoleUsageReport.class;
            case DELEGATION_REQUEST -> DelegationRequest.class;
            case RECEIVED_DELEGATION -> ReceivedDelegation.class;
            case REGISTERED_SERVICE -> RegisteredService.class;
            case IAM_INSTANCE_PROFILE_ASSOCIATION -> IamInstanceProfileAssociation.class;
            case TOKEN_SIGNING_KEY -> TokenSigningKey.class;
        };
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("understudy");
        module.addSerializer(PolicyDocument.class, new Writer<>(PolicyDocument::text));
        module.addDeserializer(PolicyDocument.class, new Reader<>(EntityForm::document));
        module.addSerializer(Instant.class, new Writer<>(Instant::toString));
        module.addDeserializer(Instant.class, new Reader<>(Instant::parse));
        module.addSerializer(Sealed.class, new Writer<>(EntityForm::text));
        module.addDeserializer(Sealed.class, new Reader<>(EntityForm::sealed));
        return module;
    }

    private static PolicyDocument document(String text) {
        try {
            return PolicyDocument.parse(text);
        } catch (IllegalArgumentException noLongerReadable) {
            return PolicyDocument.unreadable(text);
        }
    }

    private static String text(Sealed sealed) {
        return sealed.keyId() + ":" + Base64.getEncoder().encodeToString(sealed.bytes());
    }

    private static Sealed sealed(String text) {
        int colon = text.indexOf(':');
        return new Sealed(
                text.substring(0, colon), Base64.getDecoder().decode(text.substring(colon + 1)));
    }

    /** Writes a value as a string. */
    private static final class Writer<T> extends ValueSerializer<T> {
        private final java.util.function.Function<T, String> form;

        private Writer(java.util.function.Function<T, String> form) {
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(form.apply(value));
        }
    }

    /** Reads a value from a string. */
    private static final class Reader<T> extends ValueDeserializer<T> {
        private final java.util.function.Function<String, T> form;

        private Reader(java.util.function.Function<String, T> form) {
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return form.apply(in.getString());
        }
    }
}
