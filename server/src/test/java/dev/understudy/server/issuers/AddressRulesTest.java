package dev.understudy.server.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where the server goes when an issuer's name leads there, and where not. */
class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    void specialAddressesAreRefused(String address) {
        assertThat(AddressRules.PUBLIC.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "9.255.255.255", "172.32.0.1", "223.255.255.255", "2606:4700::1"})
    void publicOnesAreNot(String address) {
        assertThat(AddressRules.PUBLIC.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0", "10.1.255.255", "fd00::1", "1.1.1.1"})
    void networksThatConfigurationNames(String address) {
        AddressRules rules = AddressRules.allowing("10.1.0.0/16, fd00::/8");
        assertThat(rules.allows(InetAddress.ofLiteral(address))).isTrue();
        assertThat(rules.allows(InetAddress.ofLiteral("10.2.0.0"))).isFalse();
        assertThat(rules.allows(InetAddress.ofLiteral("fe80::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "::/129", "x/8", "10/8,", "1.2.3.4/-1", ","})
    void whatIsNoNetwork(String text) {
        assertThatThrownBy(() -> AddressRules.allowing(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesThatConfigurationGives() {
        AddressRules rules =
                AddressRules.PUBLIC.withPlaces("Id.Example=127.0.0.1:8443, six.example=[::1]:443");
        assertThat(rules.place("id.example"))
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8443));
        assertThat(rules.place("SIX.example"))
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("::1"), 443));
        assertThat(rules.place("other.example")).isNull();
        assertThat(rules.allows(InetAddress.ofLiteral("127.0.0.1")))
                .as("under other names")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a=",
                "a=1.2.3.4",
                "a=1.2.3.4:0",
                "a=1.2.3.4:65536",
                "a=1.2.3.4:99999999999",
                "a=b:443",
                "a=999.1.1.1:443",
                "=1.2.3.4:443",
                "a=1.2.3.4:443,",
                "a=1.2.3.4:443,A=1.2.3.4:444",
                "a=1.2.3.4:443=1.2.3.4:443"
            })
    void whatIsNoPlace(String text) {
        assertThatThrownBy(() -> AddressRules.PUBLIC.withPlaces(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
