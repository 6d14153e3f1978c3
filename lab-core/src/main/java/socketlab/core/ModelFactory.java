package socketlab.core;

import java.util.Optional;

/** How a model is found by name, through {@link java.util.ServiceLoader}: a public class without arguments. */
public interface ModelFactory {

    /** The model where its name is all that was typed. */
    Model model();

    default String name() {
        return model().id().split(":")[0];
    }

    /**
     * The model for {@code name:argument}.
     *
     * @throws IllegalArgumentException with one clear line when the argument makes no sense
     */
    default Model create(String argument) {
        throw new IllegalArgumentException("%s takes no argument, not '%s'".formatted(name(), argument));
    }

    /** Why this model cannot be had on this system, in one line; empty where it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }
}
