package socketlab.core;

import java.util.Optional;

/**
 * An application, written once; every model can serve it.
 *
 * <p>{@link #open} and {@link #console} may be called from any thread, several at once. Whoever made the service
 * closes it, after the server that served it has been closed.
 */
public interface Service extends AutoCloseable {

    /** How messages lie in a byte stream; UDP ignores it. */
    Framing framing();

    /** A client has appeared: the conversation to hold with it. An exception here ends that one client. */
    Session open(Peer peer);

    /** True when the service sends to clients unasked, as a chat does: the model must then flush at any time. */
    default boolean pushes() {
        return false;
    }

    /**
     * The answer to one of the service's own console words, or empty when the word is not its own. To {@code help} it
     * says what words those are. Of {@code kick ID} it hears before the server hangs up on that client, to say goodbye.
     */
    default Optional<String> console(String line) {
        return Optional.empty();
    }

    /** A message as a log may show it: a service that is told secrets leaves them out here. */
    default String logText(byte[] message) {
        return Text.text(message);
    }

    /** Accepting has ended, draining has not begun: the moment to say goodbye. */
    default void stopping() {}

    /** Releases what the service itself holds (accounts, say); last of all. */
    @Override
    default void close() {}
}
