/** What can be said of a role's trust policy and one caller. */
package dev.understudy.analysis.trust;
