package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * Addresses within a block. The families never match each other; bits of a block's host part do not
 * count.
 */
final class IpAddressOperators {
    private IpAddressOperators() {}

    static @Nullable ValueTest within(String wanted, boolean variables) {
        int slash = wanted.indexOf('/');
        byte[] block = IpAddress.parse(slash < 0 ? wanted : wanted.substring(0, slash));
        if (block == null) {
            return null;
        }
        int bits =
                slash < 0
                        ? block.length * 8
                        : prefix(wanted.substring(slash + 1), block.length * 8);
        if (bits < 0) {
            return null;
        }
        if (block.length == IpAddress.V4_BYTES) {
            int network = number(block);
            int mask = bits == 0 ? 0 : -1 << Integer.SIZE - bits;
            return (actual, context) -> {
                long address = IpAddress.v4Number(actual);
                return address >= 0 && ((int) address & mask) == (network & mask);
            };
        }
        return (actual, context) -> {
            byte[] address = IpAddress.parse(actual);
            return address != null
                    && address.length == block.length
                    && sameBits(address, block, bits);
        };
    }

    private static int number(byte[] v4) {
        return ByteBuffer.wrap(v4).getInt();
    }

    private static int prefix(String text, int most) {
        if (text.isEmpty()
                || text.length() > 3
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int bits = Integer.parseInt(text);
        return bits > most ? -1 : bits;
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        int mask = 0xFF << (8 - rest) & 0xFF;
        return rest == 0 || (one[whole] & mask) == (other[whole] & mask);
    }
}
