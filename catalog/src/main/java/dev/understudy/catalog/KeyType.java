package dev.understudy.catalog;

/** The type of a condition key's values; it says which operators can match them. */
public enum KeyType {
    STRING,
    ARN,
    BOOL,
    NUMERIC,
    /**
     * ISO 8601 or seconds since 1970; AWS lets {@code aws:EpochTime} be compared as a number too.
     */
    DATE,
    /** An IPv4 or IPv6 address. */
    IP,
    BINARY
}
