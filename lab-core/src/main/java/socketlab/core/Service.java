package socketlab.core;

import java.util.Optional;

/**
 * An application, written once; every model can serve it.
 *
 * <p>Any thread may call {@link #open} and {@link #console}, several at once. The code that created the service closes
 * it, after its server has been closed.
 */
public interface Service extends AutoCloseable {

    /** Where messages begin and end in a byte stream; UDP ignores it. */
    Framing framing();

    /** A session for a client that has just connected. An exception here ends that client only. */
    Session open(Peer peer);

    /**
     * True when the service sends to clients without a request, as a chat does. The model must then flush at any time.
     */
    default boolean pushes() {
        return false;
    }

    /**
     * Runs a console command of the service: the output, or empty when the service has no such command. {@code help}
     * lists its commands. {@code kick ID} comes here before the server hangs up on that client, for a goodbye.
     */
    default Optional<String> console(String line) {
        return Optional.empty();
    }

    /** The message as a log may show it. A service that receives passwords leaves them out here. */
    default String logText(byte[] message) {
        return Text.text(message);
    }

    /** The server stops: it accepts no more clients and has not closed any yet. The moment to say goodbye. */
    default void stopping() {}

    /** Releases what the service itself holds, such as its accounts; called last of all. */
    @Override
    default void close() {}
}
