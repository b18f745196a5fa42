package dev.understudy.analysis.lint;

import dev.understudy.policy.ConditionOperators;
import dev.understudy.policy.Json;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

/**
 * IMPROVE_IP_RANGE, PRIVATE_IP_ADDRESS, PRIVATE_NOT_IP_ADDRESS, PRIVATE_IP_ADDRESS_SUBSET,
 * PRIVATE_NOT_IP_ADDRESS_SUBSET.
 */
final class Addresses {
    private static final List<Block> PRIVATE =
            List.of(
                    block("10.0.0.0/8"),
                    block("172.16.0.0/12"),
                    block("192.168.0.0/16"),
                    block("127.0.0.0/8"),
                    block("169.254.0.0/16"),
                    block("100.64.0.0/10"),
                    block("fc00::/7"),
                    block("fe80::/10"),
                    block("::1/128"));

    private Addresses() {}

    /**
     * A block of addresses.
     *
     * @param bytes 4 or 16
     */
    private record Block(byte[] bytes, int bits) {
        private boolean holds(Block other) {
            if (bytes.length != other.bytes.length || bits > other.bits) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                if (bit(bytes, i) != bit(other.bytes, i)) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(byte[] bytes, int i) {
            return bytes[i / 8] >> (7 - i % 8) & 1;
        }

        private Block masked() {
            byte[] masked = bytes.clone();
            for (int i = bits; i < masked.length * 8; i++) {
                masked[i / 8] &= (byte) ~(1 << (7 - i % 8));
            }
            return new Block(masked, bits);
        }

        private boolean isSame(Block other) {
            return bits == other.bits && java.util.Arrays.equals(bytes, other.bytes);
        }

        private String text() {
            try {
                return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static Block block(String text) {
        return Objects.requireNonNull(blockOrNull(text));
    }

    private static @Nullable Block blockOrNull(String text) {
        if (!ConditionOperators.accepts("IpAddress", text)) {
            return null;
        }
        int slash = text.indexOf('/');
        try {
            byte[] bytes =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
            return new Block(
                    bytes,
                    slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean isPrivate(Block block) {
        return PRIVATE.stream().anyMatch(range -> range.holds(block));
    }

    static void check(ConditionView condition, Findings findings) {
        if (!condition.operator().isIp()) {
            return;
        }
        int hidden = 0;
        int all = 0;
        for (Json value : condition.values()) {
            Block block = blockOrNull(ConditionView.text(value));
            if (block != null) {
                all++;
                hidden += isPrivate(block) ? 1 : 0;
                improve(value, block, findings);
            }
        }
        if (hidden > 0 && condition.lowerKey().equals("aws:sourceip")) {
            sourceIp(condition, hidden == all, findings);
        }
    }

    private static void improve(Json value, Block block, Findings findings) {
        Block masked = block.masked();
        if (!masked.isSame(block)) {
            findings.report(
                    Issue.IMPROVE_IP_RANGE,
                    Span.of(value),
                    "the address has bits behind the " + block.bits() + " that count",
                    "write `" + masked.text() + '`',
                    Edits.replace(value, masked.text()));
        }
    }

    private static void sourceIp(ConditionView condition, boolean all, Findings findings) {
        boolean not = condition.operator().negated();
        Issue whole = not ? Issue.PRIVATE_NOT_IP_ADDRESS : Issue.PRIVATE_IP_ADDRESS;
        Issue part = not ? Issue.PRIVATE_NOT_IP_ADDRESS_SUBSET : Issue.PRIVATE_IP_ADDRESS_SUBSET;
        findings.report(
                all ? whole : part,
                Span.of(condition.keyMember().value()),
                "`aws:SourceIp` is a public address; "
                        + (all ? "these are private" : "some of these are private"),
                "use public addresses, or `aws:VpcSourceIp` for requests through a VPC endpoint");
    }
}
