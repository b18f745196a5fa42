package dev.understudy.iam;

import dev.understudy.operation.WireRequest;

import org.jspecify.annotations.Nullable;

/** Sends forms as they are, for tests that do not want them put right. */
public final class Wire {
    private Wire() {}

    /** Sends the form, signed for the service; unsigned if nobody signs. */
    public static Answer send(World world, @Nullable Client signer, String form, String service) {
        return world.send(Client.signed(form, service, world, signer));
    }

    /** Sends the request. */
    public static Answer send(World world, WireRequest request) {
        return world.send(request);
    }
}
