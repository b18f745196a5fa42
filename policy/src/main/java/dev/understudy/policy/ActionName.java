package dev.understudy.policy;

import java.nio.charset.StandardCharsets;

/**
 * The name of an action, {@code service:Name}, prepared for being looked up: in lower case, with
 * the hash of each of its beginnings. Immutable.
 */
final class ActionName {
    private static final int CACHED = 1 << 12;
    private static final int LONGEST_CACHED = 128;

    /** Requests name the same actions over and over. A race costs an entry, never a wrong one. */
    private static final ActionName[] CACHE = new ActionName[CACHED];

    private final String text;
    private final String lower;
    private final byte[] bytes;
    private final int[] hashes;
    private final int serviceLength;

    private ActionName(String text) {
        this.text = text;
        this.lower = Ascii.lower(text);
        this.bytes = lower.getBytes(StandardCharsets.UTF_8);
        this.hashes = hashes(bytes);
        this.serviceLength = serviceLength(bytes);
    }

    /** The action of this name, whatever its case. */
    static ActionName of(String text) {
        if (text.length() > LONGEST_CACHED) {
            return new ActionName(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & CACHED - 1;
        ActionName cached = CACHE[slot];
        if (cached != null && cached.text.equals(text)) {
            return cached;
        }
        ActionName made = new ActionName(text);
        CACHE[slot] = made;
        return made;
    }

    /** The hashes of all beginnings of the bytes, the empty one first. */
    static int[] hashes(byte[] bytes) {
        int[] hashes = new int[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            hashes[i + 1] = next(hashes[i], bytes[i]);
        }
        return hashes;
    }

    /** The hash of the bytes between start and end. */
    static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = next(hash, bytes[i]);
        }
        return hash;
    }

    private static int next(int hash, byte b) {
        return hash * 0x01000193 + b + 1;
    }

    /** The number of bytes up to the first colon, with it; 0 if there is none. */
    static int serviceLength(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ':') {
                return i + 1;
            }
        }
        return 0;
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    /** The lower case name in UTF-8; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    /** The length of the service with its colon; 0 if the name has no service. */
    int serviceLength() {
        return serviceLength;
    }

    /** The hash of the first bytes of the name. */
    int hash(int length) {
        return hashes[length];
    }
}
