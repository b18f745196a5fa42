package dev.understudy.server.issuers;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which addresses the server may connect to when an issuer's name leads there: those of the public
 * internet, and the networks that configuration allows. Configuration may also say where a host is,
 * because an issuer's URL in IAM has no port, and private issuers often have.
 */
public final class AddressRules {
    /** The public internet alone. */
    public static final AddressRules PUBLIC = new AddressRules(List.of(), Map.of());

    /** IPv4 that IANA keeps for special purposes. */
    private static final List<Network> SPECIAL_V4 =
            networks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3");

    /** The one part of IPv6 that is global unicast, so far. */
    private static final Network GLOBAL_V6 = network("2000::/3");

    /** Parts of it for tunnels, which may lead to any IPv4 address, and for documentation. */
    private static final List<Network> SPECIAL_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final Pattern PLACE =
            Pattern.compile("([a-zA-Z0-9.-]{1,253})=\\[?([0-9a-fA-F:.]{2,45})\\]?:([0-9]{1,5})");
    private static final int MOST_PORT = 65_535;

    private final List<Network> allowed;
    private final Map<String, InetSocketAddress> places;

    private AddressRules(List<Network> allowed, Map<String, InetSocketAddress> places) {
        this.allowed = List.copyOf(allowed);
        this.places = Map.copyOf(places);
    }

    private record Network(byte[] address, int bits) {
        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((bytes[bit >> 3] & mask) != (address[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The public internet and these networks.
     *
     * @param text CIDR blocks, separated by commas; empty for none
     * @throws IllegalArgumentException if it is something else
     */
    public static AddressRules allowing(String text) {
        List<Network> networks = new ArrayList<>();
        if (!text.isBlank()) {
            for (String block : text.split(",", -1)) {
                networks.add(network(block.strip()));
            }
        }
        return new AddressRules(networks, Map.of());
    }

    /**
     * These, and where some hosts are, which is connected to whatever network it is in.
     *
     * @param text {@code HOST=ADDRESS:PORT}, separated by commas; empty for none
     * @throws IllegalArgumentException if it is something else, or says two places of one host
     */
    public AddressRules withPlaces(String text) {
        Map<String, InetSocketAddress> more = new HashMap<>(places);
        if (!text.isBlank()) {
            for (String entry : text.split(",", -1)) {
                Matcher parts = PLACE.matcher(entry.strip());
                if (!parts.matches() || Integer.parseInt(parts.group(3)) > MOST_PORT) {
                    throw new IllegalArgumentException(entry + " is no HOST=ADDRESS:PORT");
                }
                InetSocketAddress place =
                        new InetSocketAddress(
                                InetAddress.ofLiteral(parts.group(2)),
                                Integer.parseInt(parts.group(3)));
                if (place.getPort() == 0
                        || more.putIfAbsent(parts.group(1).toLowerCase(Locale.ROOT), place)
                                != null) {
                    throw new IllegalArgumentException(entry + " is no one place of a host");
                }
            }
        }
        return new AddressRules(allowed, more);
    }

    /** Where configuration says that the host is; null if it does not say. */
    @Nullable InetSocketAddress place(String host) {
        return places.get(host.toLowerCase(Locale.ROOT));
    }

    private static List<Network> networks(String... blocks) {
        return Arrays.stream(blocks).map(AddressRules::network).toList();
    }

    private static Network network(String block) {
        int slash = block.indexOf('/');
        if (slash < 0 || !block.matches("[0-9a-fA-F:.]+/[0-9]{1,3}")) {
            throw new IllegalArgumentException(block + " is no CIDR block");
        }
        try {
            byte[] address = InetAddress.ofLiteral(block.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(block.substring(slash + 1));
            if (bits <= address.length * 8) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException noAddress) {
            // falls through to the message for all that is no block
        }
        throw new IllegalArgumentException(block + " is no CIDR block");
    }

    /** Whether the server may connect to the address. */
    public boolean allows(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address.getAddress().length == 4
                ? SPECIAL_V4.stream().noneMatch(block -> block.contains(address))
                : GLOBAL_V6.contains(address)
                        && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
    }
}
