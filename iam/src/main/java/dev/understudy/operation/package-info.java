/**
 * The way of one request, written once.
 *
 * <p>{@link dev.understudy.operation.Pipeline} follows a request from bytes to answer: the Query
 * form is read into parameters, the signature is verified and names the caller, the operation says
 * what access it needs, one place decides, the operation runs on an immutable account (writing ones
 * inside a transaction), and its answer is written as AWS writes it. Each step's product is a type
 * that only that step can make, so nothing runs before it was authenticated and authorised.
 */
package dev.understudy.operation;
