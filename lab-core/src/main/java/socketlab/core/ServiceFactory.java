package socketlab.core;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Registers a service; found with {@link java.util.ServiceLoader}, so it is public and its constructor has no
 * parameters.
 */
public interface ServiceFactory {

    String name();

    /** One line for {@code lab list}: what it does on connect and on a message. */
    String summary();

    /** The default of {@code --port}. */
    int port();

    /** The default of {@code --delay}. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /** The default of {@code --idle-timeout}; zero: never; empty: as is usual for the transport. */
    default Optional<Duration> idleTimeout() {
        return Optional.empty();
    }

    /** True when its messages do not fit into datagrams. */
    default boolean needsStream() {
        return false;
    }

    /** The bytes of a request that gets a reply, for the warm-up. */
    default byte[] example(Framing framing) {
        return framing.encode(Text.utf8("warm-up"));
    }

    /** One line for a server that other machines can reach: the danger, and what to do. Empty: none. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** One line for a person who has just started the server, on how to try it; empty when {@code nc} is enough. */
    default Optional<String> invitation(InetSocketAddress address) {
        return Optional.empty();
    }

    /**
     * A service for one server. {@code model} is the model's id, for services that name it in a reply.
     *
     * @throws IllegalArgumentException with one line for the user when an option does not fit this service
     */
    Service create(ServiceOptions options, String model);
}
