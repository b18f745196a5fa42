package dev.understudy.catalog;

import dev.understudy.policy.PolicyDocument;

import java.time.Instant;

/**
 * A policy that AWS keeps for all accounts. Nobody in an account can change it.
 *
 * @param arn with {@code aws} in the place of the account
 * @param id stable; AWS does not publish its own ids, so this one is made from the ARN
 * @param path begins and ends with a slash
 * @param createDate when AWS created it
 * @param updateDate when AWS last changed its default version
 * @param defaultVersion {@code v1} and so on
 * @param document the default version's
 */
public record AwsManagedPolicy(
        String arn,
        String id,
        String name,
        String path,
        Instant createDate,
        Instant updateDate,
        String defaultVersion,
        PolicyDocument document) {}
