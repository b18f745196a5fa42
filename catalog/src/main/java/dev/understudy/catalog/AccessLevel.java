package dev.understudy.catalog;

/** What an action does to what it touches, as AWS classes it. */
public enum AccessLevel {
    /** Shows that resources exist. */
    LIST,
    /** Shows what resources hold. */
    READ,
    /** Creates, changes or deletes resources. */
    WRITE,
    /** Changes who may do what. */
    PERMISSIONS_MANAGEMENT,
    /** Changes nothing but tags. */
    TAGGING
}
