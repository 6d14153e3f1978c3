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
}
