package socketlab.core;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** How a service is found by name, through {@link java.util.ServiceLoader}. */
public interface ServiceFactory {

    String name();

    /** One line for {@code lab list}: what it does on connect and on a message. */
    String summary();

    /** The port it listens on where none is given. */
    int port();

    /** How long it waits before it answers, where no delay is given. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /** After how much silence a client is sent away, where nothing else is asked for; zero: never. */
    default Duration idleTimeout() {
        return Duration.ZERO;
    }

    /** True when what it says does not fit into datagrams. */
    default boolean needsStream() {
        return false;
    }

    /** What a client may say to be answered, as it lies in the stream: for warming up. */
    default byte[] example(Framing framing) {
        return framing.encode(Text.utf8("warm-up"));
    }

    /** What to know before other machines can reach it, in one line: what, and what to do. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** One line for a person who has just started it, on how to try it; empty where {@code nc} will do. */
    default Optional<String> invitation(InetSocketAddress address) {
        return Optional.empty();
    }

    /**
     * A service for one server; the model's id is there for services that say who serves them.
     *
     * @throws IllegalArgumentException with one clear line when the options make no sense for it
     */
    Service create(ServiceOptions options, String model);
}
