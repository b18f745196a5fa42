package dev.understudy.bench.decision;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.openjdk.jol.info.GraphLayout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much room the compiled forms take: a managed policy of AWS, and a principal with ten. */
public final class Footprint {
    private static final int REFERENCES = 10;

    private Footprint() {}

    /** Prints the figures in bytes. */
    public static void main(String[] arguments) {
        List<PolicyDocument> documents =
                AwsManagedPolicies.all().stream().map(policy -> policy.document()).toList();
        // Measured beside another policy, so that what all share counts for none.
        PolicyDocument other =
                PolicyDocument.parse(
                        Workload.document(
                                List.of(
                                        "{\"Effect\":\"Allow\",\"Action\":\"a:b*c\",\"Resource\":[\"*\",\"arn:aws:a:*:*:*\"],\"Condition\":{\"StringEquals\":{\"a:b\":\"c\"}}}")));
        long shared = GraphLayout.parseInstance(other).totalSize();
        long[] sizes =
                documents.stream()
                        .mapToLong(document -> compiled(document, other, shared))
                        .sorted()
                        .toArray();
        System.out.printf(
                "%d managed policies: median %d, ninth decile %d, greatest %d bytes compiled%n",
                sizes.length,
                sizes[sizes.length / 2],
                sizes[sizes.length * 9 / 10],
                sizes[sizes.length - 1]);
        System.out.printf(
                "their texts: %d characters%n",
                documents.stream().mapToLong(document -> document.text().length()).sum());
        System.out.printf("a principal with %d: %d bytes%n", REFERENCES, principal(documents));
    }

    private static long compiled(PolicyDocument document, PolicyDocument other, long shared) {
        long text = GraphLayout.parseInstance(document.text()).totalSize();
        return GraphLayout.parseInstance(document, other).totalSize() - shared - text;
    }

    private static long principal(List<PolicyDocument> documents) {
        List<PolicySource> sources = new ArrayList<>();
        for (PolicyDocument document : documents.subList(0, REFERENCES)) {
            sources.add(new PolicySource("policy", PolicyKind.IDENTITY, document));
        }
        Object[] others = sources.toArray();
        long without = GraphLayout.parseInstance(others).totalSize();
        Object[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = PolicySet.builder().identity(sources).build();
        return GraphLayout.parseInstance(all).totalSize() - without;
    }
}
