/**
 * Instance profiles, which deliver roles to EC2 instances. {@link
 * dev.understudy.iam.instanceprofiles.InstanceProfiles} lists the operations.
 */
package dev.understudy.iam.instanceprofiles;
