/** The account as an issuer of tokens for services outside of AWS. */
package dev.understudy.iam.outboundfederation;
