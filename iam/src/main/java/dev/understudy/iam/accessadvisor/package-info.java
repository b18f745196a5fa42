/** When services and actions were last accessed, and which policies allow it. */
package dev.understudy.iam.accessadvisor;
