package dev.understudy.iam.servercertificates;

import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateResponse;

/**
 * Renames a server certificate, or moves it to another path. The caller needs the permission for
 * the old ARN and the new.
 */
final class UpdateServerCertificate
        implements WriteOperation<UpdateServerCertificateRequest, UpdateServerCertificateResponse> {
    private static final String ACTION = "iam:UpdateServerCertificate";

    @Override
    public Access access(UpdateServerCertificateRequest input, AuthenticatedCall call) {
        Check old = ServerCertificates.FAMILY.check(ACTION, input.serverCertificateName(), call);
        ServerCertificate found =
                ServerCertificates.FAMILY.find(call.account(), input.serverCertificateName());
        if (found == null) {
            return Access.permission(old);
        }
        String moved =
                ServerCertificate.arn(call.account(), path(input, found), name(input, found));
        return Access.permission(
                old, Check.of(ACTION, moved, call.accountId()).withResourceTags(found.tags()));
    }

    @Override
    public UpdateServerCertificateResponse execute(
            UpdateServerCertificateRequest input, WritingCall call) {
        ServerCertificate found =
                ServerCertificates.FAMILY.get(call.account(), input.serverCertificateName());
        ServerCertificate other =
                ServerCertificates.FAMILY.find(call.account(), name(input, found));
        if (other != null && !other.id().equals(found.id())) {
            throw EntityAlreadyExists.serverCertificate(input.newServerCertificateName());
        }
        call.put(found.renamed(name(input, found), path(input, found)));
        return UpdateServerCertificateResponse.builder().build();
    }

    private static String name(UpdateServerCertificateRequest input, ServerCertificate found) {
        return input.newServerCertificateName() == null
                ? found.name()
                : input.newServerCertificateName();
    }

    private static String path(UpdateServerCertificateRequest input, ServerCertificate found) {
        return input.newPath() == null ? found.path() : input.newPath();
    }
}
