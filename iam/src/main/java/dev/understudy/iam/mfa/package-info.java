/**
 * Multi-factor devices: virtual ones with real codes, hardware devices and security keys as
 * records.
 */
package dev.understudy.iam.mfa;
