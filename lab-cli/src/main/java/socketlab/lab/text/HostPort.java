package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.net.InetSocketAddress;

/** An address as people write it: {@code 127.0.0.1:9999}, or {@code 9999} for one on this machine. */
public final class HostPort {
    private HostPort() {}

    /** The text with the host, where only a port was written. */
    public static String withHost(String text) {
        return text.matches("[0-9]+") ? "127.0.0.1:" + text : text;
    }

    /**
     * Parses an address and resolves its host.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    public static InetSocketAddress of(String typed) {
        String text = withHost(typed);
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    format("'%s' is not HOST:PORT; write 127.0.0.1:9999, or 9999 for this machine", typed));
        }
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(format("'%s': unknown host", text));
        }
        return address;
    }
}
