package socketlab.core.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A client as every rule knows it, whatever carries its messages; no call waits longer than the trial's patience. */
public interface Caller extends AutoCloseable {

    void say(String message) throws IOException;

    /** The next message; null when the server has hung up. Throws when the patience is over, or on a reset. */
    String hear() throws IOException;

    /** True when nothing at all is heard for so long. */
    boolean hearsNothingFor(Duration silence) throws IOException;

    /** Where the server sees this client. */
    InetSocketAddress address();

    @Override
    void close() throws IOException;
}
