/** SSH public keys of users. */
package dev.understudy.iam.sshkeys;
