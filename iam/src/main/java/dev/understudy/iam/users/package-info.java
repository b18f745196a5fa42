/** IAM users. {@link dev.understudy.iam.users.Users} lists the operations. */
package dev.understudy.iam.users;
