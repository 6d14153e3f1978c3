package socketlab.udp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;

/** The three UDP servers, each on whatever kernel a test gives it. */
enum UdpVariant {
    UDP, UDP_THREADED, UDP_SELECT;

    /** Takes a datagram to be sent; 0: there is no room for it. */
    @FunctionalInterface
    interface Send {
        int transmit(ByteBuffer datagram, SocketAddress to) throws IOException;
    }

    /** A kernel between the server and the real one. */
    @FunctionalInterface
    interface Kernel {
        Kernel REAL = (datagram, to, real) -> real.transmit(datagram, to);

        int transmit(ByteBuffer datagram, SocketAddress to, Send real) throws IOException;
    }

    Server start(Service service, Options options, Kernel kernel) throws IOException {
        ThreadFactory threads = Thread.ofPlatform().name("peer-", 1).factory();
        return switch (this) {
            case UDP -> new UdpServer(service, options, "udp", InlineUdpRunner::new) {
                @Override
                public int transmit(ByteBuffer datagram, SocketAddress to) throws IOException {
                    return kernel.transmit(datagram, to, super::transmit);
                }
            }.start();
            case UDP_THREADED -> new UdpServer(service, options, "receiver",
                    (server, from) -> new ThreadUdpRunner(server, from, threads)) {
                @Override
                public int transmit(ByteBuffer datagram, SocketAddress to) throws IOException {
                    return kernel.transmit(datagram, to, super::transmit);
                }
            }.start();
            case UDP_SELECT -> new UdpSelectServer(service, options) {
                @Override
                public int transmit(ByteBuffer datagram, SocketAddress to) throws IOException {
                    return kernel.transmit(datagram, to, super::transmit);
                }
            }.start();
        };
    }
}
