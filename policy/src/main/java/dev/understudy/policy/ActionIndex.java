package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The action patterns of a document, found by the action that a request names. A pattern is filed
 * under its key: an action without wildcards under itself, another under the literal that it begins
 * with, {@code s3:get} for {@code s3:Get*}, if that holds a service at least. The rest are looked
 * at for every action.
 *
 * <p>Keys lie in one byte array and are found by hash and verified by their bytes. A service's key
 * says at which lengths beyond it there are beginnings to look for, so that a request costs a probe
 * for each of these few lengths, and an unknown service one bit.
 */
final class ActionIndex {
    /** A beginning is cut here beyond its service, so that its length fits into a mask. */
    static final int LONGEST_BEGINNING = 63;

    private final long services;
    private final int serviceKeys;
    private final int beginningKeys;
    private final byte[] names;
    private final int[] nameStarts;
    private final int[] hashes;
    private final int[] slots;
    private final long[] lengths;
    private final int[] firsts;
    private final int[] rules;
    private final Glob @Nullable [] globs;

    /**
     * The index of these keys and patterns.
     *
     * @param serviceKeys how many keys are services; they come first
     * @param beginningKeys how many keys are services or beginnings, which come next; the rest are
     *     whole actions
     * @param names the bytes of all keys
     * @param nameStarts where each key begins in them, and where the last one ends
     * @param lengths of each service the lengths of its beginnings
     * @param firsts of each key its first pattern, and where those of the last key end
     * @param rules of each pattern its rule
     * @param globs of each pattern what is still to be asked when its key is met; null for nothing
     */
    ActionIndex(
            int serviceKeys,
            int beginningKeys,
            byte[] names,
            int[] nameStarts,
            long[] lengths,
            int[] firsts,
            int[] rules,
            Glob @Nullable [] globs) {
        this.serviceKeys = serviceKeys;
        this.beginningKeys = beginningKeys;
        this.names = names;
        this.nameStarts = nameStarts;
        this.lengths = lengths;
        this.firsts = firsts;
        this.rules = rules;
        this.globs = globs;
        int keys = nameStarts.length - 1;
        this.hashes = new int[keys];
        this.slots = new int[slotCount(keys)];
        long bits = 0;
        for (int key = 0; key < keys; key++) {
            int hash = ActionName.hash(names, nameStarts[key], nameStarts[key + 1]);
            bits |= key < serviceKeys ? bit(hash) : 0;
            hashes[key] = key < beginningKeys ? hash : exact(hash);
            int slot = spread(hashes[key]) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = key + 1;
        }
        this.services = bits;
    }

    private static int slotCount(int keys) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, keys * 3 / 2)) << 1);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    /** Keeps a whole action apart from a beginning of the same characters. */
    private static int exact(int hash) {
        return ~hash;
    }

    private static long bit(int serviceHash) {
        return 1L << (spread(serviceHash) >>> 26);
    }

    /** Whether a key of the action's service may be here; false is certain. */
    boolean mayHaveService(ActionName action) {
        return (services & bit(action.hash(action.serviceLength()))) != 0;
    }

    /** The key of the action's service; -1 if there is none. */
    int service(ActionName action) {
        int length = action.serviceLength();
        return length == 0 ? -1 : find(action, length, action.hash(length), 0, serviceKeys);
    }

    /** The lengths beyond the service at which there are beginnings, a bit for each. */
    long lengths(int service) {
        return lengths[service];
    }

    /** The key of the beginning of the action that has this length; -1 if there is none. */
    int beginning(ActionName action, int length) {
        return find(action, length, action.hash(length), serviceKeys, beginningKeys);
    }

    /** The key of the action itself; -1 if there is none. */
    int exactly(ActionName action) {
        int length = action.length();
        return find(action, length, exact(action.hash(length)), beginningKeys, hashes.length);
    }

    private int find(ActionName action, int length, int hash, int from, int to) {
        int slot = spread(hash) & slots.length - 1;
        for (int key = slots[slot] - 1; key >= 0; key = slots[slot] - 1) {
            if (hashes[key] == hash && key >= from && key < to && isNamed(key, action, length)) {
                return key;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private boolean isNamed(int key, ActionName action, int length) {
        int start = nameStarts[key];
        int end = nameStarts[key + 1];
        return end - start == length && Arrays.equals(names, start, end, action.bytes(), 0, length);
    }

    /** How many keys there are; the patterns to be looked at for every action come after them. */
    int keys() {
        return hashes.length;
    }

    /** The first pattern filed under the key. */
    int first(int key) {
        return firsts[key];
    }

    /** The end of the patterns filed under the key. */
    int last(int key) {
        return key == hashes.length ? rules.length : firsts[key + 1];
    }

    /** The rule of the pattern. */
    int rule(int pattern) {
        return rules[pattern];
    }

    /** Whether the pattern, found by its key, matches the whole action. */
    boolean matches(int pattern, ActionName action) {
        Glob glob = globs == null ? null : globs[pattern];
        return glob == null || glob.matches(action.lower());
    }
}
