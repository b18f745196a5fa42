package dev.understudy.operation;

import dev.understudy.federation.VerifiedIdentity;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A request that was decided in its caller's favour. Who holds one may execute it. Only the
 * pipeline makes one.
 */
public sealed class AuthorizedCall extends AuthenticatedCall permits WritingCall {
    private final @Nullable VerifiedIdentity identity;

    AuthorizedCall(AuthenticatedCall call, @Nullable VerifiedIdentity identity) {
        super(call);
        this.identity = identity;
    }

    /** The outside identity that was proven. A bug if the operation's access did not prove one. */
    public VerifiedIdentity identity() {
        return Objects.requireNonNull(identity, "this operation proves no outside identity");
    }

    @Nullable VerifiedIdentity identityOrNull() {
        return identity;
    }
}
