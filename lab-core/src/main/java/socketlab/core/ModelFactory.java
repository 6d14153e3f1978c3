package socketlab.core;

/** How a model is found by name, through {@link java.util.ServiceLoader}. */
public interface ModelFactory {

    String name();

    /**
     * The model for {@code name} or {@code name:argument}; the argument is null where none was typed.
     *
     * @throws IllegalArgumentException with one clear line when the argument makes no sense
     */
    Model create(String argument);

    /** For a model that comes in one form only. */
    static Model only(Model model, String argument) {
        if (argument != null) {
            throw new IllegalArgumentException("%s takes no argument, not '%s'".formatted(model.id(), argument));
        }
        return model;
    }
}
