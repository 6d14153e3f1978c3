package socketlab.core.framing;

import static socketlab.core.Text.format;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;

/** Finds a framing by the name that a user types, among all on the class path. */
public final class Framings {
    private static final ServiceLoader<FramingFactory> KNOWN = ServiceLoader.load(FramingFactory.class);

    private Framings() {}

    /**
     * The framing with this name; a message has at most {@code maxMessage} bytes. Any thread.
     *
     * @throws IllegalArgumentException with one line for the user: the framings there are
     */
    public static synchronized Framing named(String name, int maxMessage) {   // a ServiceLoader is not thread-safe
        for (FramingFactory factory : KNOWN) {
            if (factory.name().equals(name)) {
                return factory.create(maxMessage);
            }
        }
        throw new IllegalArgumentException(format("unknown framing '%s'; there are: %s", name,
                KNOWN.stream().map(known -> known.get().name()).collect(Collectors.joining(", "))));
    }
}
