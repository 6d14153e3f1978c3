package socketlab.core;

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

    /** What to know before other machines can reach it, in one line: what, and what to do. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** A service for one server; the model's id is there for services that say who serves them. */
    Service create(ServiceOptions options, String model);
}
