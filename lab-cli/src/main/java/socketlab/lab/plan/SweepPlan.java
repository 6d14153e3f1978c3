package socketlab.lab.plan;

import static socketlab.core.Text.format;

import java.util.Arrays;
import java.util.List;
import socketlab.lab.text.Rate;

/**
 * What changes from step to step of a run.
 *
 * @param variable {@code clients} or {@code rate}
 * @param values   in the order of the command line
 */
public record SweepPlan(String variable, List<Double> values) {
    private static final int MOST_STEPS = 100;
    private static final double MOST_CLIENTS = 100_000;

    /** The number of clients changes. */
    static final String CLIENTS = "clients";
    /** The request rate changes. */
    public static final String RATE = "rate";

    /**
     * Parses {@code clients=1,2,5} or {@code rate=100,1k}.
     *
     * @throws IllegalArgumentException with one line, where it is something else
     */
    public static SweepPlan parse(String text) {
        String[] parts = text.split("=", 2);
        if (parts.length < 2 || !(parts[0].equals(CLIENTS) || parts[0].equals(RATE))) {
            throw new IllegalArgumentException(format("'%s' is not a sweep; write clients=1,2,5 or rate=100,1k", text));
        }
        List<Double> values = Arrays.stream(parts[1].split(",", -1)).map(value -> value(parts[0], value)).toList();
        if (values.size() > MOST_STEPS) {
            throw new IllegalArgumentException(format("a sweep has at most %d steps", MOST_STEPS));
        }
        return new SweepPlan(parts[0], values);
    }

    private static double value(String variable, String text) {
        double value = Rate.parse(text);
        if (variable.equals(CLIENTS) && (value != Math.rint(value) || value > MOST_CLIENTS)) {
            throw new IllegalArgumentException(format("'%s': clients are a whole number, at most 100k",
                    text));
        }
        return value;
    }

    LoadLevel at(double value, LoadLevel usual) {
        return variable.equals(CLIENTS) ? new LoadLevel(usual.idle(), (int) value, usual.ratePerS(), usual.slowReader())
                : new LoadLevel(usual.idle(), usual.clients(), value, usual.slowReader());
    }
}
