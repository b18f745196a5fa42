/** X.509 certificates for servers, with their private keys. */
package dev.understudy.iam.servercertificates;
