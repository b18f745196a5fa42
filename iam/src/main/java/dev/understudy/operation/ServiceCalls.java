package dev.understudy.operation;

import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/**
 * How the server itself assumes roles as one of AWS's services. There is no signature to verify,
 * for nobody sent anything; from there on the way is that of every request, through the same
 * validation, decision and operation. So the role's trust policy says whether the service gets it,
 * and a refusal is logged and can be explained like any other.
 *
 * <p>Whoever holds this acts as any service. It is made with the services and handed to nobody but
 * who delivers credentials. Safe for many threads.
 */
public final class ServiceCalls {
    private final Pipeline pipeline;

    ServiceCalls(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Credentials of the role for the service's use.
     *
     * @throws AwsError as AssumeRole gives it: AccessDenied if the role does not trust the service
     */
    public AssumeRoleResponse assumeRole(ServiceCaller service, AssumeRoleRequest request) {
        return (AssumeRoleResponse) pipeline.answer(service, Service.STS, "AssumeRole", request);
    }
}
