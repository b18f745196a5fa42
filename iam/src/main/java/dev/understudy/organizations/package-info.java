/**
 * AWS Organizations, as far as roles need it: the tree, its accounts, and the policies that limit
 * them. It speaks JSON; its way through the pipeline is that of every other service.
 */
package dev.understudy.organizations;
