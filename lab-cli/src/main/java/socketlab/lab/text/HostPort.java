package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** An address as people write it: {@code 127.0.0.1:9999}, or {@code 9999} for one on this machine. */
public final class HostPort {
    private HostPort() {}

    /** The text with the host, where only a port was written. */
    public static String withHost(String text) {
        return text.matches("[0-9]+") ? "127.0.0.1:" + text : text;
    }

    /** The text as the field {@code Host} has it (RFC 9110, section 7.2): an IPv6 address in brackets, without its zone. */
    public static String forHttp(String typed) {
        String text = withHost(typed);
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replaceAll("[\\[\\]]|%.*", "");
        return (host.contains(":") ? "[" + host + "]" : host) + text.substring(colon);
    }

    /**
     * Parses an address and resolves its host; the first of its addresses.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    public static InetSocketAddress of(String typed) {
        return all(typed).getFirst();
    }

    /**
     * Parses an address and resolves its host: all addresses that it has, in the order in which the system prefers them; at
     * least one.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     * @throws LabException             where it is an IPv6 address and IPv6 is switched off
     */
    public static List<InetSocketAddress> all(String typed) {
        String text = withHost(typed);
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    format("'%s' is not HOST:PORT; write 127.0.0.1:9999, or 9999 for this machine", typed));
        }
        try {
            List<InetSocketAddress> addresses = Stream.of(InetAddress.getAllByName(text.substring(0, colon)))
                    .map(address -> new InetSocketAddress(address, Integer.parseInt(port))).toList();
            Ipv6.require(addresses.getFirst(), "cannot connect to");   // of a name the system gives only what it speaks
            return addresses;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(format("'%s': unknown host", text), e);
        }
    }
}
