package socketlab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An echo server with nothing between its loop and its socket: no service, no session, no framing, no limits and no
 * manners. What it leaves out is what the lab's models are measured against.
 */
sealed interface WrittenOut extends AutoCloseable permits BlockingEcho, SelectEcho, DatagramEcho {

    InetSocketAddress address();

    /** Frees the port and joins the threads. */
    @Override
    void close() throws IOException, InterruptedException;

    /** Throws {@link IllegalArgumentException} when nobody has written this model out. */
    static WrittenOut as(String model) throws IOException {
        return switch (model) {
            case "single" -> new BlockingEcho(Runnable::run);
            case "threaded" -> new BlockingEcho(client -> Thread.ofPlatform().start(client));
            case "virtual" -> new BlockingEcho(client -> Thread.ofVirtual().start(client));
            case "select" -> new SelectEcho();
            case "udp" -> new DatagramEcho();
            default -> throw new IllegalArgumentException("model '%s' is not written out".formatted(model));
        };
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
