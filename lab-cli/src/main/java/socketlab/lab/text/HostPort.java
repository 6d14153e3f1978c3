package socketlab.lab.text;

import java.net.InetSocketAddress;

/** An address as people write it: {@code 127.0.0.1:9999}, or {@code 9999} for one on this machine. */
public final class HostPort {
    private HostPort() {}

    /** With the host, where it was left out. */
    public static String whole(String text) {
        return text.matches("[0-9]+") ? "127.0.0.1:" + text : text;
    }

    /** @throws IllegalArgumentException with one line that says what is wrong with it */
    public static InetSocketAddress of(String typed) {
        String text = whole(typed);
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    "'%s' is no HOST:PORT; write 127.0.0.1:9999, or 9999 for this machine".formatted(typed));
        }
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("'%s': unknown host".formatted(text));
        }
        return address;
    }
}
