/** Groups of IAM users. {@link dev.understudy.iam.groups.Groups} lists the operations. */
package dev.understudy.iam.groups;
