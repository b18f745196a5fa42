/** What can be said of a role's trust policy and one caller. */
@NullMarked
package dev.understudy.analysis.trust;

import org.jspecify.annotations.NullMarked;
