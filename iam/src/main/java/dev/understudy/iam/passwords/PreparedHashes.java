package dev.understudy.iam.passwords;

import org.jspecify.annotations.Nullable;

/**
 * The hashes of the passwords in a request, made before its transaction.
 *
 * @param old of the password that is to be the current one; null if none was given, or there is no
 *     current one
 * @param next of the password that is to be; null if none was given, or it cannot be set
 */
record PreparedHashes(PasswordHashes.@Nullable Hashed old, PasswordHashes.@Nullable Hashed next) {}
