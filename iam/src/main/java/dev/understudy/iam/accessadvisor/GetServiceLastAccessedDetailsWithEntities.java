package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.AccessJob;
import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.PrincipalAccess;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.EntityInfo;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesResponse;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells who may have used the policies of a report's subject at one service, the latest first. */
final class GetServiceLastAccessedDetailsWithEntities
        implements ReadOperation<
                GetServiceLastAccessedDetailsWithEntitiesRequest,
                GetServiceLastAccessedDetailsWithEntitiesResponse> {
    private static final Comparator<EntityDetails> LATEST_FIRST =
            Comparator.comparing(
                            EntityDetails::lastAuthenticated,
                            Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
                    .thenComparing(details -> details.entityInfo().id());
    private final LastAccess lastAccess;

    GetServiceLastAccessedDetailsWithEntities(LastAccess lastAccess) {
        this.lastAccess = lastAccess;
    }

    @Override
    public Access access(
            GetServiceLastAccessedDetailsWithEntitiesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetServiceLastAccessedDetailsWithEntities", "*", call.accountId()));
    }

    @Override
    public GetServiceLastAccessedDetailsWithEntitiesResponse execute(
            GetServiceLastAccessedDetailsWithEntitiesRequest input, AuthorizedCall call) {
        AccessJob job = Jobs.find(call, input.jobId(), false);
        Account account = call.account();
        List<EntityDetails> all =
                AccessSubject.find(account, job.subject()).principals().stream()
                        .map(holder -> details(account, holder, input.serviceNamespace()))
                        .sorted(LATEST_FIRST)
                        .toList();
        Slice<EntityDetails> page =
                Slice.of(all, one -> one.entityInfo().id(), input.maxItems(), input.marker());
        return GetServiceLastAccessedDetailsWithEntitiesResponse.builder()
                .jobStatus(Report.COMPLETED)
                .jobCreationDate(job.created())
                .jobCompletionDate(job.created())
                .entityDetailsList(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private EntityDetails details(Account account, PolicyHolder holder, String namespace) {
        String arn = AccessSubject.arn(account, holder);
        Attempts attempts =
                Attempts.at(namespace, Map.of(arn, lastAccess.of(account, holder.id())));
        PrincipalAccess.Attempt last = attempts.last();
        return EntityDetails.builder()
                .entityInfo(
                        EntityInfo.builder()
                                .arn(arn)
                                .name(holder.name())
                                .type(holder instanceof User ? "USER" : "ROLE")
                                .id(holder.id())
                                .path(path(holder))
                                .build())
                .lastAuthenticated(last == null ? null : last.at())
                .build();
    }

    private static String path(PolicyHolder holder) {
        return switch (holder) {
            case User user -> user.path();
            case Role role -> role.path();
            case Group group -> group.path();
        };
    }
}
