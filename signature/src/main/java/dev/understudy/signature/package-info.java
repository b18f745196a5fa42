/**
 * AWS Signature Version 4, from the side of whoever is called: finding the one identity that a
 * request presents, and verifying that it signed what came. It knows neither HTTP libraries nor the
 * clock: a request comes in as an {@link dev.understudy.signature.HttpMessage}, the time as an
 * argument, and the answer is a value.
 */
package dev.understudy.signature;
