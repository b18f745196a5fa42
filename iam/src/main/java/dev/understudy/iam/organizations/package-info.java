/** What IAM does across an organization: root users of the members, and reports. */
package dev.understudy.iam.organizations;
