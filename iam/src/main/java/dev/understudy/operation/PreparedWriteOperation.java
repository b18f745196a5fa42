package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation that changes the caller's account, and has slow work that must not keep the
 * account's other writers waiting: it is done before the transaction, once, whatever may make the
 * transaction run again.
 *
 * @param <P> what the slow work comes to
 */
public non-sealed interface PreparedWriteOperation<I extends SdkPojo, O extends SdkPojo, P>
        extends Operation<I, O> {
    /**
     * The slow work, for a caller that was authorised, on a durable state of the account. By the
     * time it is used the account may be another: {@link #execute} has to see whether it fits.
     */
    P prepare(I input, AuthorizedCall call);

    /** As {@link WriteOperation#execute}, with what was prepared. */
    O execute(I input, P prepared, WritingCall call);
}
