/** X.509 signing certificates of users. */
package dev.understudy.iam.signingcertificates;
