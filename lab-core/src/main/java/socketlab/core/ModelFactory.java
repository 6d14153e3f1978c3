package socketlab.core;

import static socketlab.core.Text.format;

import java.util.Optional;

/**
 * Registers a model; found with {@link java.util.ServiceLoader}, so it is public and its constructor has no parameters.
 */
public interface ModelFactory {

    /** The model for its name alone, without an argument. */
    Model model();

    default String name() {
        return model().id().split(":")[0];
    }

    /**
     * The model for {@code name:argument}.
     *
     * @throws IllegalArgumentException with one line for the user when the argument is invalid
     */
    default Model create(String argument) {
        throw new IllegalArgumentException(format("%s takes no argument, not '%s'", name(), argument));
    }

    /** Why this system cannot run the model, in one line; empty when it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }
}
