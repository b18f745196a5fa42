package dev.understudy.server.audit;

import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.operation.AuditEvent;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Caller;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An event as CloudTrail writes it, as far as it can be told without secrets: there are no response
 * elements, the parameters are those that name something, and an error has its message only where a
 * decision refused, because others repeat what was sent.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 */
final class CloudTrailRecord {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "1.11";

    /** Which form of identity an operation has that nobody signs. */
    private static final Map<String, String> UNSIGNED =
            Map.of(
                    "AssumeRoleWithSAML", "SAMLUser",
                    "AssumeRoleWithWebIdentity", "WebIdentityUser");

    private CloudTrailRecord() {}

    /** One line, without its end. */
    static String of(AuditEvent event) {
        ObjectNode line = JSON.createObjectNode();
        line.put("eventVersion", VERSION);
        line.set("userIdentity", identity(event));
        line.put("eventTime", event.at().toString());
        line.put("eventSource", event.service().scope() + ".amazonaws.com");
        line.put("eventName", event.operation());
        line.put("awsRegion", event.region());
        line.put("sourceIPAddress", event.remoteAddress());
        line.put("userAgent", event.userAgent());
        error(line, event.error());
        ObjectNode parameters = line.putObject("requestParameters");
        event.parameters().forEach((name, value) -> parameters.put(lowered(name), value));
        line.putNull("responseElements");
        line.put("requestID", event.requestId());
        line.put("eventID", UUID.randomUUID().toString());
        line.put("readOnly", event.readOnly());
        line.put("eventType", "AwsApiCall");
        line.put("managementEvent", true);
        Caller caller = event.caller();
        if (caller != null) {
            line.put("recipientAccountId", caller.account().digits());
        }
        line.put("eventCategory", "Management");
        return line.toString();
    }

    private static void error(ObjectNode line, @Nullable AwsError error) {
        if (error == null) {
            return;
        }
        line.put("errorCode", error.code().wire());
        if (error.decisionId() != null) {
            line.put("errorMessage", error.text());
            line.putObject("additionalEventData").put("decisionId", error.decisionId());
        }
    }

    private static ObjectNode identity(AuditEvent event) {
        ObjectNode identity = JSON.createObjectNode();
        Caller caller = event.caller();
        if (caller != null) {
            signed(identity, caller);
            return identity;
        }
        String operation = event.operation();
        identity.put(
                "type",
                operation == null ? "Unknown" : UNSIGNED.getOrDefault(operation, "Unknown"));
        VerifiedIdentity proven = event.identity();
        if (proven != null) {
            identity.put("identityProvider", proven.provider());
            identity.put("userName", proven.subject());
        }
        if (event.claimedKeyId() != null) {
            identity.put("accessKeyId", event.claimedKeyId());
        }
        return identity;
    }

    private static void signed(ObjectNode identity, Caller caller) {
        if (caller.principal() instanceof Principal.ServicePrincipal service) {
            identity.put("type", "AWSService").put("invokedBy", service.name());
            return;
        }
        identity.put("type", type(caller.principal()));
        identity.put("principalId", caller.userId());
        identity.put("arn", caller.arn());
        identity.put("accountId", caller.account().digits());
        identity.put("accessKeyId", caller.accessKeyId());
        if (caller.userName() != null) {
            identity.put("userName", caller.userName());
        }
        Session session = caller.session();
        if (session != null) {
            ObjectNode context = identity.putObject("sessionContext");
            if (caller.principal() instanceof Principal.RoleSession role) {
                context.putObject("sessionIssuer")
                        .put("type", "Role")
                        .put("principalId", session.principalId())
                        .put("arn", role.roleArn())
                        .put("accountId", session.account().digits());
            }
            context.putObject("attributes")
                    .put("creationDate", session.issuedAt().toString())
                    .put("mfaAuthenticated", Boolean.toString(session.mfaAt() != null));
            if (session.sourceIdentity() != null) {
                context.put("sourceIdentity", session.sourceIdentity());
            }
        }
    }

    private static String type(Principal principal) {
        return switch (principal) {
            case Principal.RootUser root -> "Root";
            case Principal.IamUser user -> "IAMUser";
            case Principal.RoleSession session -> "AssumedRole";
            case Principal.FederatedUser federated -> "FederatedUser";
            default -> "Unknown";
        };
    }

    private static String lowered(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
