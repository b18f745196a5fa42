package dev.understudy.iam.simulation;

import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations that ask what would be allowed. */
public final class Simulations {
    private Simulations() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new GetContextKeysForCustomPolicy(),
                new GetContextKeysForPrincipalPolicy(),
                new SimulateCustomPolicy(),
                new SimulatePrincipalPolicy());
    }
}
