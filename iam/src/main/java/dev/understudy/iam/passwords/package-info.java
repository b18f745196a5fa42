/** Passwords of users, and the account's policy about them. */
package dev.understudy.iam.passwords;
