/**
 * The four patterns that most of IAM's operations follow: tags, inline policies, attached policies,
 * permissions boundaries; and paging. Each rule is written here once. An operation of a pattern
 * keeps its own small file, which says for which family of entities it is.
 */
package dev.understudy.iam.patterns;
