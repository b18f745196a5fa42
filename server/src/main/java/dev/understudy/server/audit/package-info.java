/** The audit log: a line of JSON a request, in the form of CloudTrail's records. */
@NullMarked
package dev.understudy.server.audit;

import org.jspecify.annotations.NullMarked;
