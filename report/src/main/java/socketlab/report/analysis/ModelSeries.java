package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundRatio;

/** One model's results step by step, the lowest level first: one line in a chart. */
public record ModelSeries(String model, List<ModelResult> steps) {

    /** A series per model, in the order of the run; where a run has one step, so has each series. */
    public static List<ModelSeries> of(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        Map<String, Map<Double, List<ModelResult>>> models = new LinkedHashMap<>();
        run.models().forEach(result -> models.computeIfAbsent(result.model(), model -> new TreeMap<>())
                .computeIfAbsent(variable.at(result), level -> new ArrayList<>()).add(result));
        List<ModelSeries> series = new ArrayList<>();
        models.forEach((model, levels) -> series.add(new ModelSeries(model,
                levels.values().stream().flatMap(List::stream).toList())));
        return series;
    }

    /** How many rounds a result has, at most. */
    public static int rounds(Run run) {
        return run.models().stream().mapToInt(ModelResult::rounds).max().orElse(1);
    }

    /** The series that may be compared: every request succeeded, and the step with the most idle clients was measured. */
    public static List<ModelSeries> sound(Run run) {
        int most = counts(run).getLast();
        return of(run).stream().filter(series -> series.sound() && series.beside(most).isPresent()).toList();
    }

    /** The measured numbers of idle clients, ascending. */
    public static List<Integer> counts(Run run) {
        return run.models().stream().map(ModelResult::idleClients).distinct().sorted().toList();
    }

    /** Whether any client was idle. */
    public static boolean anyIdle(Run run) {
        return run.models().stream().anyMatch(result -> result.idleClients() > 0);
    }

    /** Whether there is more than one level, so that a line can be drawn. */
    public static boolean several(Run run) {
        return run.models().stream().mapToDouble(SweepVariable.of(run)::at).distinct().count() > 1;
    }

    /** The step with this number of idle clients. */
    public Optional<ModelResult> beside(int idle) {
        return steps.stream().filter(result -> result.idleClients() == idle).findFirst();
    }

    /** Requests of all steps. */
    public int requests() {
        return steps.stream().mapToInt(ModelResult::requests).sum();
    }

    /** Failed requests of all steps. */
    public int failed() {
        return steps.stream().mapToInt(ModelResult::failed).sum();
    }

    /** Failures by outcome, over all steps. */
    public Map<String, Integer> errors() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        steps.forEach(step -> step.errors().forEach((outcome, count) -> errors.merge(outcome, count, Integer::sum)));
        return errors;
    }

    /** Every request of every step succeeded. */
    public boolean sound() {
        return steps.stream().allMatch(ModelResult::sound);
    }

    /** The median of the last step, divided by that of the first; 1 where one is unknown. */
    public double growth() {
        double first = median(steps.getFirst());
        double last = median(steps.getLast());
        return first > 0 && last > 0 ? last / first : 1;
    }

    /** The same over rounds; empty where the first and the last step do not have two rounds each. */
    public Optional<RoundRatio> growthOverRounds() {
        return RoundRatio.paired(RoundFigure.P50.of(steps.getFirst()), RoundFigure.P50.of(steps.getLast()));
    }

    /** Whether the median grows from the first to the last step, beyond chance. */
    public boolean grows() {
        return growthOverRounds().filter(ratio -> ratio.value() > 1 && !ratio.trifling()
                && ratio.pValue() <= RoundRatio.LEVEL).isPresent();
    }

    private static double median(ModelResult result) {
        return result.latencyMs() == null ? 0 : result.latencyMs().p50();
    }
}
