package socketlab.bench;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An echo server written by hand, with nothing between its loop and its socket: no service, no session, no framing, no
 * limits, no error handling. {@link SeamCost} measures socketlab's models against it.
 */
sealed interface HandWrittenServer extends AutoCloseable permits BlockingEcho, SelectEcho, DatagramEcho {

    InetSocketAddress address();

    /** Closes the port and joins the threads. */
    @Override
    void close() throws IOException, InterruptedException;

    /** Throws {@link IllegalArgumentException} when there is no hand-written server for this model. */
    static HandWrittenServer start(String model) throws IOException {
        return switch (model) {
            case "single" -> new BlockingEcho(Runnable::run);
            case "threaded" -> new BlockingEcho(client -> Thread.ofPlatform().start(client));
            case "virtual" -> new BlockingEcho(client -> Thread.ofVirtual().start(client));
            case "select" -> new SelectEcho();
            case "udp" -> new DatagramEcho();
            default -> throw new IllegalArgumentException(format("no hand-written server for model '%s'",
                    model));
        };
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
