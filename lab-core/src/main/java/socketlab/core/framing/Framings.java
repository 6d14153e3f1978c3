package socketlab.core.framing;

import static socketlab.core.Text.format;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;

/** Finds a framing by the name that a user types, among all on the class path. */
public final class Framings {
    private static final ServiceLoader<FramingFactory> KNOWN = ServiceLoader.load(FramingFactory.class);

    private static final String NO_FRAMING = "raw";   // fits every text, so the others are asked first

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

    /** Whether a user can ask for this framing by a name, and so for another one in its place. Any thread. */
    public static boolean hasName(Framing framing) {
        return known().anyMatch(factory -> factory.create(1).getClass() == framing.getClass());
    }

    /**
     * The name of the framing in which these first bytes of a stream are whole messages and nothing else; empty where
     * there is none. {@code maxMessage} bytes are in one message at most. Any thread.
     */
    public static Optional<String> fitting(byte[] bytes, int maxMessage) {
        return known().filter(factory -> fits(factory.create(maxMessage).decoder(), bytes)).map(FramingFactory::name)
                .min(Comparator.comparing(NO_FRAMING::equals));
    }

    private static boolean fits(Decoder decoder, byte[] bytes) {
        try {
            decoder.feed(ByteBuffer.wrap(bytes));
            boolean fits = false;
            while (decoder.next() != null) {
                fits = true;
            }
            return fits && decoder.end() == null;
        } catch (FrameException noMessage) {
            return false;
        }
    }

    private static synchronized Stream<FramingFactory> known() {
        return KNOWN.stream().map(ServiceLoader.Provider::get).toList().stream();
    }
}
