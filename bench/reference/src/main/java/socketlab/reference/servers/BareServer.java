package socketlab.reference.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A bare server: its port is open when it is made, and one thread serves it until it is closed. */
public sealed interface BareServer extends AutoCloseable
        permits SelectorLineEcho, ThreadLineEcho, BlockingDatagramEcho, SelectorDatagramEcho, HandOverDatagramEcho, SelectorSleep,
        ThreadSleep, NettyLineEcho, MicrohttpHello, JdkHttpHello {
    /** What every web server answers, so that all of them send as many bytes. */
    String HELLO = "Hello, world!\n";

    /** Where it listens. */
    InetSocketAddress address();

    /** Serves until {@link #close}; for one thread. */
    void serve() throws IOException;

    /** Closes the port; any thread. */
    @Override
    void close() throws IOException;

    /** Any free port of the loopback interface. */
    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
