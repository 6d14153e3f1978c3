package socketlab.lab.plan;

import java.util.Arrays;
import java.util.List;
import socketlab.lab.text.Rate;

/** What differs from step to step of a run, {@code clients} or {@code rate}, and its values in the order typed. */
public record SweepPlan(String of, List<Double> values) {
    private static final int MOST_STEPS = 100;
    private static final double MOST_CLIENTS = 100_000;

    public static final String CLIENTS = "clients";
    public static final String RATE = "rate";

    /**
     * Reads {@code clients=1,2,5} or {@code rate=100,1k}.
     *
     * @throws IllegalArgumentException with one line, when it cannot be read
     */
    public static SweepPlan parse(String text) {
        String[] parts = text.split("=", 2);
        if (parts.length < 2 || !(parts[0].equals(CLIENTS) || parts[0].equals(RATE))) {
            throw new IllegalArgumentException("'%s' is no sweep; write clients=1,2,5 or rate=100,1k".formatted(text));
        }
        List<Double> values = Arrays.stream(parts[1].split(",", -1)).map(value -> value(parts[0], value)).toList();
        if (values.size() > MOST_STEPS) {
            throw new IllegalArgumentException("a sweep has %d steps at most".formatted(MOST_STEPS));
        }
        return new SweepPlan(parts[0], values);
    }

    private static double value(String of, String text) {
        double value = Rate.parse(text);
        if (of.equals(CLIENTS) && (value != Math.rint(value) || value > MOST_CLIENTS)) {
            throw new IllegalArgumentException("'%s': clients are whole, and at most 100k".formatted(text));
        }
        return value;
    }

    LoadLevel at(double value, LoadLevel usual) {
        return of.equals(CLIENTS) ? new LoadLevel(usual.idle(), (int) value, usual.ratePerS(), usual.slow())
                : new LoadLevel(usual.idle(), usual.clients(), value, usual.slow());
    }
}
