package socketlab.core;

import java.util.Optional;

/** How a model is found by name, through {@link java.util.ServiceLoader}. */
public interface ModelFactory {

    String name();

    /**
     * The model for {@code name} or {@code name:argument}; the argument is null where none was typed.
     *
     * @throws IllegalArgumentException with one clear line when the argument makes no sense
     */
    Model create(String argument);

    /** Why this model cannot be had on this system, in one line; empty where it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** For a model that comes in one form only. */
    static Model only(Model model, String argument) {
        if (argument != null) {
            throw new IllegalArgumentException("%s takes no argument, not '%s'".formatted(model.id(), argument));
        }
        return model;
    }
}
