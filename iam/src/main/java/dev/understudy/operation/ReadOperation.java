package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

/** An operation that changes nothing: it runs on a durable snapshot and takes no lock. */
public non-sealed interface ReadOperation<I extends SdkPojo, O extends SdkPojo>
        extends Operation<I, O> {
    /** The answer, from the account as it is. */
    O execute(I input, AuthorizedCall call);
}
