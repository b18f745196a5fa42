package dev.understudy.operation;

import dev.understudy.policy.Principal;

import java.util.Set;

/**
 * What temporary credentials may not call, whatever their policies say; and that a service assumes
 * roles and does nothing else by its own name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Comparing
 *     STS credentials</a>
 */
final class SessionRestrictions {
    private static final Set<String> TOKEN_MAKERS = Set.of("GetSessionToken", "GetFederationToken");
    private static final Set<String> FOR_USER_SESSIONS = Set.of("AssumeRole", "GetCallerIdentity");

    private SessionRestrictions() {}

    /** Passes, or throws the error AWS gives. */
    static void check(Caller caller, Service service, String operation) {
        if (caller.principal() instanceof Principal.ServicePrincipal) {
            if (service != Service.STS || !operation.equals("AssumeRole")) {
                throw denied(caller, service, operation);
            }
            return;
        }
        Session session = caller.session();
        if (session == null) {
            return;
        }
        if (service == Service.STS && TOKEN_MAKERS.contains(operation)) {
            throw new AwsError(
                    ErrorCode.ACCESS_DENIED,
                    "Cannot call " + operation + " with session credentials");
        }
        switch (session.kind()) {
            case ROLE, DELEGATED -> {
                // Policies decide.
            }
            case USER -> userSession(caller, session, service, operation);
            case ROOT -> {
                // The task's policy decides, but a root user can make no other credentials of it.
                if (service == Service.STS && !operation.equals("GetCallerIdentity")) {
                    throw denied(caller, service, operation);
                }
            }
            case FEDERATED_USER -> {
                if (service != Service.EC2 && !operation.equals("GetCallerIdentity")) {
                    throw denied(caller, service, operation);
                }
            }
        }
    }

    private static void userSession(
            Caller caller, Session session, Service service, String operation) {
        if (service == Service.IAM && session.mfaAt() == null) {
            throw new AwsError(
                    ErrorCode.INVALID_CLIENT_TOKEN_ID,
                    "The security token included in the request is invalid");
        }
        if (service == Service.STS && !FOR_USER_SESSIONS.contains(operation)) {
            throw denied(caller, service, operation);
        }
    }

    private static AwsError denied(Caller caller, Service service, String operation) {
        return new AwsError(
                ErrorCode.ACCESS_DENIED,
                "User: "
                        + caller.arn()
                        + " is not authorized to perform: "
                        + service.scope()
                        + ":"
                        + operation);
    }
}
