package socketlab.core;

/** Makes a framing by the name that a user types; found with {@link java.util.ServiceLoader}. */
public interface FramingFactory {

    /** The name for {@code --framing}, in lower case. */
    String name();

    /** A framing whose messages have at most {@code maxMessage} bytes; one without frames has no limit. */
    Framing create(int maxMessage);
}
