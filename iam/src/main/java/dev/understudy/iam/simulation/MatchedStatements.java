package dev.understudy.iam.simulation;

import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.StatementResult;

import software.amazon.awssdk.services.iam.model.Statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The statements that decided, with the places where they stand. */
final class MatchedStatements {
    /** Sought once, however many pairs a document decides. */
    private final Map<PolicyDocument, Map<Integer, StatementPlaces.Place>> places = new HashMap<>();

    /** Those that may be told: what an organization's policies say is not. */
    List<Statement> of(Explanation explanation) {
        return explanation.deciding().stream()
                .filter(result -> isTold(result.source().kind()))
                .map(this::statement)
                .toList();
    }

    /** Whether a policy's statements and keys may be told. */
    static boolean isTold(PolicyKind kind) {
        return kind != PolicyKind.SERVICE_CONTROL && kind != PolicyKind.RESOURCE_CONTROL;
    }

    private Statement statement(StatementResult result) {
        StatementPlaces.Place place =
                Objects.requireNonNull(
                        places.computeIfAbsent(result.source().document(), StatementPlaces::of)
                                .get(result.statement().start().offset()));
        return Statement.builder()
                .sourcePolicyId(SourceNames.id(result.source()))
                .sourcePolicyType(SourceNames.type(result.source().kind()))
                .startPosition(place.start())
                .endPosition(place.end())
                .build();
    }
}
