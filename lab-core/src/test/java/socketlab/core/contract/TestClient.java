package socketlab.core.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A client as every rule uses it, over TCP or UDP; no call waits longer than the fixture's patience. */
public interface TestClient extends AutoCloseable {

    void send(String message) throws IOException;

    /** The next message; null when the server has hung up. Throws when the patience is over, or on a reset. */
    String receive() throws IOException;

    /** True when nothing arrives for so long. */
    boolean receivesNothingFor(Duration silence) throws IOException;

    /** Where the server sees this client. */
    InetSocketAddress address();

    @Override
    void close() throws IOException;
}
