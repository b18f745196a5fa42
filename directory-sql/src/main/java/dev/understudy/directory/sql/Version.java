package dev.understudy.directory.sql;

import dev.understudy.directory.Change;
import dev.understudy.policy.AccountId;

import java.time.Instant;
import java.util.List;

/** A version that is to be written. */
record Version(AccountId account, long expected, Instant at, List<Change> changes) {}
