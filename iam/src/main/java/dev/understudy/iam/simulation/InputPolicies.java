package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.OrderedOrganizationPolicyType;

import java.util.ArrayList;
import java.util.List;

/**
 * Policies that come with the request. They are named by their parameters, as AWS names them in
 * matched statements; what cannot be read is InvalidInput with the text that saving it would give.
 */
final class InputPolicies {
    private static final String BOUNDARY = "PermissionsBoundaryPolicyInputList";

    private InputPolicies() {}

    /** The identity policies of a PolicyInputList. */
    static List<PolicySource> identity(List<String> texts) {
        return list("PolicyInputList", texts, PolicyKind.IDENTITY);
    }

    /** The boundary of a PermissionsBoundaryPolicyInputList; null if it is empty. */
    static @Nullable PolicySource boundary(List<String> texts) {
        if (texts.size() > 1) {
            throw InvalidInput.because(BOUNDARY + " can hold one policy only.");
        }
        return texts.isEmpty() ? null : list(BOUNDARY, texts, PolicyKind.BOUNDARY).getFirst();
    }

    /** The service control policies of an OrderedOrganizationPolicyInputList, by level. */
    static List<List<PolicySource>> serviceControl(List<OrderedOrganizationPolicyType> levels) {
        List<List<PolicySource>> read = new ArrayList<>();
        for (OrderedOrganizationPolicyType level : levels) {
            String name = "OrderedOrganizationPolicyInputList." + (read.size() + 1);
            List<String> texts = level.serviceControlPolicyInputList();
            if (texts.isEmpty()) {
                // A level without a policy would allow nothing; in an organization there is none.
                throw InvalidInput.because(name + " must hold a service control policy.");
            }
            read.add(list(name, texts, PolicyKind.SERVICE_CONTROL));
        }
        return read;
    }

    /** One policy of a kind, or InvalidInput. */
    static PolicySource read(String name, String text, PolicyKind kind) {
        boolean saved = kind != PolicyKind.IDENTITY && kind != PolicyKind.BOUNDARY;
        PolicyReading reading =
                saved ? PolicyReader.read(text, kind) : PolicyReader.readInline(text);
        return new PolicySource(name, kind, document(reading));
    }

    private static PolicyDocument document(PolicyReading reading) {
        return switch (reading) {
            case PolicyReading.Valid valid -> valid.document();
            case PolicyReading.Invalid invalid -> throw InvalidInput.because(invalid.message());
        };
    }

    private static List<PolicySource> list(String name, List<String> texts, PolicyKind kind) {
        List<PolicySource> sources = new ArrayList<>();
        for (String text : texts) {
            sources.add(read(name + "." + (sources.size() + 1), text, kind));
        }
        return sources;
    }
}
