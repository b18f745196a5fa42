package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * One operation of AWS's API: the permission it needs, what it does, what it answers. The class is
 * named as AWS names the operation; its input and output are the SDK's own classes.
 *
 * @param <I> the SDK's request class
 * @param <O> the SDK's response class
 */
public sealed interface Operation<I extends SdkPojo, O extends SdkPojo>
        permits ReadOperation, WriteOperation, PreparedWriteOperation {

    /** The name on the wire, which is the class's. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * What the caller must be allowed. May read the account (a role's path is part of its ARN, its
     * tags are condition keys) and throws {@link AwsError} for input that names nothing to decide
     * about.
     */
    Access access(I input, AuthenticatedCall call);
}
