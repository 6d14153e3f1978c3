package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;

/** Whether this machine and this JVM speak IPv6. Each kind of socket has its own exception where they do not. */
public final class Ipv6 {
    private Ipv6() {}

    /**
     * Refuses an IPv6 address where IPv6 is switched off.
     *
     * @param doing what cannot be done with the address: {@code cannot listen on}
     * @throws LabException with one line that says so
     */
    public static void require(InetSocketAddress address, String doing) {
        if (address.getAddress() instanceof Inet6Address six && !isAvailable()) {
            throw new LabException(format("%s [%s]:%d: IPv6 is switched off here; take an IPv4 address, such as 127.0.0.1", doing,
                    six.getHostAddress(), address.getPort()));
        }
    }

    private static boolean isAvailable() {
        try (DatagramChannel _ = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            return true;
        } catch (UnsupportedOperationException switchedOff) {
            return false;
        } catch (IOException otherwise) {
            return true;   // whoever uses the address learns what is wrong
        }
    }
}
