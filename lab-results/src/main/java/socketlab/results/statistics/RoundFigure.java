package socketlab.results.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import socketlab.results.ModelResult;
import socketlab.results.RoundResult;

/** One figure of each round, by which models and runs are compared. */
public enum RoundFigure {
    P50("p50", true, RoundFigure::microsecond, round -> orNaN(round.latency().p50Ms())),
    P99("p99", true, RoundFigure::microsecond, round -> orNaN(round.latency().p99Ms())),
    MAX("max", true, RoundFigure::microsecond, round -> orNaN(round.latency().maxMs())),
    THROUGHPUT("throughput", false, round -> 0, RoundResult::throughputPerS),
    /** In milliseconds. */
    CPU("CPU per request", true, RoundFigure::cpuTick, RoundFigure::cpuMsEach),
    THREADS("threads", true, round -> 0, round -> round.resources().threadsPeak()),
    /** In bytes. */
    MEMORY("memory", true, round -> 0, round -> round.resources().rssPeakBytes());

    /** Linux and macOS count the CPU time of a process in hundredths of a second. */
    private static final double CPU_TICK_MS = 10;

    private final String text;
    private final boolean lessIsBetter;
    @SuppressWarnings("ImmutableEnumChecker")   // only functions without a state
    private final ToDoubleFunction<RoundResult> step;
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<RoundResult> value;

    RoundFigure(String text, boolean lessIsBetter, ToDoubleFunction<RoundResult> step, ToDoubleFunction<RoundResult> value) {
        this.text = text;
        this.lessIsBetter = lessIsBetter;
        this.step = step;
        this.value = value;
    }

    /** Its name in a sentence. */
    public String text() {
        return text;
    }

    /** Whether the smaller value is the better one. */
    public boolean lessIsBetter() {
        return lessIsBetter;
    }

    /**
     * The figure of each round, in the order in which they were measured, numbered from 1: where the rounds of several
     * models were interleaved, equal numbers were measured together. Empty where the value of one round is not known or a
     * request failed: what is left of such a round says nothing about the model.
     */
    public List<RoundValue> of(ModelResult result) {
        List<RoundValue> values = new ArrayList<>();
        for (RoundResult round : result.perRound()) {
            OptionalDouble known = of(round);
            if (known.isEmpty()) {
                return List.of();
            }
            values.add(new RoundValue(values.size() + 1, known.getAsDouble(), step.applyAsDouble(round)));
        }
        return values;
    }

    /** The figure of all these rounds in one number, as a sentence names it: the median; NaN where none is known. */
    public static double median(List<RoundValue> values) {
        double[] sorted = values.stream().mapToDouble(RoundValue::value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    private OptionalDouble of(RoundResult round) {
        double known = round.failed() > 0 ? Double.NaN : value.applyAsDouble(round);
        return Double.isFinite(known) && known > 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
    }

    private static double microsecond(RoundResult round) {
        return 0.001;
    }

    private static double cpuTick(RoundResult round) {
        return CPU_TICK_MS / round.succeeded();
    }

    private static double cpuMsEach(RoundResult round) {
        return round.succeeded() == 0 ? Double.NaN : round.resources().cpuMs() / round.succeeded();
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
