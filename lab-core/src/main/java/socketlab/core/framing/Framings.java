package socketlab.core.framing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import socketlab.core.Framing;

/** The framings by the name a user types. */
public final class Framings {
    private static final Map<String, IntFunction<Framing>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("lines", Lines::new);
        KNOWN.put("length", Length::new);
        KNOWN.put("raw", max -> new Raw());
        KNOWN.put("pickle", Pickle::new);
    }

    private Framings() {}

    /**
     * A framing whose messages have at most {@code maxMessage} bytes.
     *
     * @throws IllegalArgumentException with one line that names the framings there are
     */
    public static Framing named(String name, int maxMessage) {
        IntFunction<Framing> framing = KNOWN.get(name);
        if (framing == null) {
            throw new IllegalArgumentException(
                    "unknown framing '%s'; there are: %s".formatted(name, String.join(", ", KNOWN.keySet())));
        }
        return framing.apply(maxMessage);
    }
}
