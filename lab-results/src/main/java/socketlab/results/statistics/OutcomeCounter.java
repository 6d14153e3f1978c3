package socketlab.results.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import socketlab.results.LatencyMs;
import socketlab.results.Outcome;
import socketlab.results.files.RequestRow;

/** Counts the rows of one model as they pass by and keeps of each a number or two, so that a million need no heap. */
final class OutcomeCounter {
    private static final double US_PER_MS = 1000.0;

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Integer, Span> rounds = new TreeMap<>();
    private final Micros latencies = new Micros();
    private final Micros uncorrected = new Micros();
    private int requests;

    /** From the first moment that a request was meant for to the last at which one was done. */
    private static final class Span {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
    }

    /** A growing row of numbers. */
    private static final class Micros {
        long[] values = new long[1024];
        int size;

        void add(long us) {
            if (us == RequestRow.NEVER) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = us;
        }

        LatencyMs summed() {
            return Statistics.latency(Arrays.copyOf(values, size));
        }
    }

    static OutcomeCounter of(Iterable<RequestRow> rows) {
        OutcomeCounter tally = new OutcomeCounter();
        rows.forEach(tally::add);
        return tally;
    }

    private void add(RequestRow row) {
        requests++;
        outcomes.merge(row.outcome(), 1, Integer::sum);
        Span round = rounds.computeIfAbsent(row.round(), number -> new Span());
        round.first = Math.min(round.first, row.intendedUs());
        round.last = Math.max(round.last, row.doneUs());
        if (row.ok()) {
            latencies.add(row.latencyUs());
            uncorrected.add(row.uncorrectedUs());
        }
    }

    int requests() {
        return requests;
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Only those that occurred. */
    Map<String, Integer> errors() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> {
            if (outcome != Outcome.OK) {
                errors.put(outcome.text(), count);
            }
        });
        return errors;
    }

    int rounds() {
        return rounds.size();
    }

    /** The time between rounds belongs to nobody, so the rounds are added up rather than spanned. */
    double elapsedMs() {
        return rounds.values().stream().mapToDouble(round -> Math.max(0, round.last - round.first) / US_PER_MS).sum();
    }

    /** Null when nobody was answered. */
    LatencyMs latency() {
        return latencies.summed();
    }

    /** The same from the moment each was really sent. */
    LatencyMs uncorrected() {
        return uncorrected.summed();
    }
}
