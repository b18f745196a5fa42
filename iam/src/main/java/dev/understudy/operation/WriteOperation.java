package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation that changes the caller's account. It is decided and runs on the latest state,
 * alone, and its answer is sent only when its changes are durable. It may run again from the start
 * when another node changed the account.
 */
public non-sealed interface WriteOperation<I extends SdkPojo, O extends SdkPojo>
        extends Operation<I, O> {
    /** The answer; the changes go to the call. If this throws, nothing is changed. */
    O execute(I input, WritingCall call);
}
