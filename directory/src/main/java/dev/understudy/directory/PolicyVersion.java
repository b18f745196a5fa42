package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import java.time.Instant;

/**
 * One version of a managed policy.
 *
 * @param versionId {@code v1} and so on, never used twice
 */
public record PolicyVersion(String versionId, PolicyDocument document, Instant createDate) {}
