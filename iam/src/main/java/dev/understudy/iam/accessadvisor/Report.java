package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.AccessJob;
import dev.understudy.directory.Account;
import dev.understudy.directory.PrincipalAccess;
import dev.understudy.operation.LastAccess;

import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report says, computed from what is known now. */
final class Report {
    static final String SERVICE_LEVEL = "SERVICE_LEVEL";
    static final String COMPLETED = "COMPLETED";

    private Report() {}

    /** The services that the subject may use, each with its last attempts. */
    static List<ServiceLastAccessed> services(
            AccessJob job, Account account, LastAccess lastAccess, KnownServices services) {
        AccessSubject subject = AccessSubject.find(account, job.subject());
        GrantedServices granted = GrantedServices.of(subject.documents());
        Map<String, PrincipalAccess> tried = new TreeMap<>();
        subject.principals()
                .forEach(holder ->
                        tried.put(
                                AccessSubject.arn(account, holder),
                                lastAccess.of(account, holder.id())));
        boolean withActions = !SERVICE_LEVEL.equals(job.granularity());
        return services.namespaces().stream()
                .filter(granted::includes)
                .map(namespace ->
                        service(
                                namespace,
                                services.name(namespace),
                                Attempts.at(namespace, tried),
                                withActions))
                .toList();
    }

    private static ServiceLastAccessed service(
            String namespace, String name, Attempts attempts, boolean withActions) {
        ServiceLastAccessed.Builder told =
                ServiceLastAccessed.builder()
                        .serviceName(name)
                        .serviceNamespace(namespace)
                        .totalAuthenticatedEntities(attempts.principals());
        PrincipalAccess.Attempt last = attempts.last();
        if (last != null) {
            told.lastAuthenticated(last.at())
                    .lastAuthenticatedEntity(attempts.lastBy())
                    .lastAuthenticatedRegion(last.region());
            if (withActions) {
                told.trackedActionsLastAccessed(actions(attempts));
            }
        }
        return told.build();
    }

    private static List<TrackedActionLastAccessed> actions(Attempts attempts) {
        return attempts.actions().entrySet().stream()
                .map(action ->
                        TrackedActionLastAccessed.builder()
                                .actionName(action.getKey())
                                .lastAccessedEntity(action.getValue().getKey())
                                .lastAccessedTime(action.getValue().getValue().at())
                                .lastAccessedRegion(action.getValue().getValue().region())
                                .build())
                .toList();
    }
}
