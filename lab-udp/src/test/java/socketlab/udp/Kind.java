package socketlab.udp;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;

/** The three servers, each on whatever wire a test hands it. */
enum Kind {
    UDP, UDP_THREADED, UDP_SELECT;

    Server on(Wire.Opening wire, Service service, Options options) throws IOException {
        ThreadFactory threads = Thread.ofPlatform().name("peer-", 1).factory();
        return switch (this) {
            case UDP -> new UdpServer("udp", service, options, wire, Inline::new);
            case UDP_THREADED -> new UdpServer("receiver", service, options, wire,
                    client -> new OwnThread(client, threads));
            case UDP_SELECT -> new UdpServer("udp-select", service, options, wire, OnLoop::new);
        };
    }
}
