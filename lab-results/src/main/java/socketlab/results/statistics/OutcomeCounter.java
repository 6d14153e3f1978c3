package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.RoundResult;
import socketlab.results.files.RequestRow;

/** Counts the rows of one model as they are read and keeps a number or two of each: a million rows need little memory. */
final class OutcomeCounter {
    private static final double US_PER_MS = 1000.0;

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Integer, Round> rounds = new TreeMap<>();

    /** What is known of one round. */
    private static final class Round {
        private final Micros latencies = new Micros();
        private final Micros uncorrected = new Micros();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private int requests;
        private int succeeded;

        void add(RequestRow row) {
            requests++;
            first = Math.min(first, row.intendedUs());
            last = Math.max(last, row.doneUs());
            if (row.ok()) {
                succeeded++;
                latencies.add(row.latencyUs());
                uncorrected.add(row.uncorrectedUs());
            }
        }

        double elapsedMs() {
            return Math.max(0, last - first) / US_PER_MS;
        }

        RoundResult result(int number, ModelResult.Resources resources) {
            LatencyMs latency = Statistics.latency(latencies.toArray());
            return new RoundResult(number, first / US_PER_MS, requests, requests - succeeded, latency == null ? null
                    : new RoundResult.Latency(latency.p50(), latency.p99(), latency.max()),
                    perSecond(succeeded, elapsedMs()), resources);
        }
    }

    /** A growing array. */
    private static final class Micros {
        private long[] values = new long[64];
        private int size;

        void add(long us) {
            if (us == RequestRow.NEVER) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = us;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    static OutcomeCounter of(Iterable<RequestRow> rows) {
        OutcomeCounter counter = new OutcomeCounter();
        rows.forEach(row -> {
            counter.outcomes.merge(row.outcome(), 1, Integer::sum);
            counter.rounds.computeIfAbsent(row.round(), number -> new Round()).add(row);
        });
        return counter;
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    ModelResult.Counts counts() {
        int requests = rounds.values().stream().mapToInt(round -> round.requests).sum();
        Map<String, Integer> errors = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> {
            if (outcome != Outcome.OK) {
                errors.put(outcome.text(), count);
            }
        });
        return new ModelResult.Counts(rounds.size(), requests, count(Outcome.OK), requests - count(Outcome.OK), errors,
                count(Outcome.LOST));
    }

    /** Rounds in the order in which they were measured; no resources are those of a foreign server. */
    List<RoundResult> perRound(Map<Integer, ModelResult.Resources> resources) {
        return rounds.entrySet().stream()
                .map(round -> round.getValue().result(round.getKey(), resources.get(round.getKey())))
                .sorted(Comparator.comparingDouble(RoundResult::loadStartedMs)).toList();
    }

    /** The rounds' durations, summed: the time between rounds is no load. */
    double elapsedMs() {
        return rounds.values().stream().mapToDouble(Round::elapsedMs).sum();
    }

    double throughputPerS() {
        return perSecond(count(Outcome.OK), elapsedMs());
    }

    /** Of all rounds together; null where no request succeeded. */
    LatencyMs latency() {
        return summed(round -> round.latencies);
    }

    /** The same from the moment each request was sent. */
    LatencyMs uncorrected() {
        return summed(round -> round.uncorrected);
    }

    private LatencyMs summed(Function<Round, Micros> which) {
        Collection<Round> all = rounds.values();
        return Statistics.latency(all.stream().flatMapToLong(round -> Arrays.stream(which.apply(round).toArray())).toArray());
    }

    private static double perSecond(int count, double elapsedMs) {
        return elapsedMs > 0 ? count * 1000.0 / elapsedMs : 0;
    }
}
