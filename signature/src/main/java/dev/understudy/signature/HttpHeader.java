package dev.understudy.signature;

/** One header line. */
public record HttpHeader(String name, String value) {}
