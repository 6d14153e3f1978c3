package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** One model's results step by step, the lowest level first: a line in a chart. */
public record ModelSeries(String model, List<ModelResult> steps) {

    /** A sweep per model, in the order of the run; of a run of one step each has the one. */
    public static List<ModelSeries> of(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        Map<String, Map<Double, List<ModelResult>>> models = new LinkedHashMap<>();
        run.models().forEach(result -> models.computeIfAbsent(result.model(), model -> new TreeMap<>())
                .computeIfAbsent(dial.at(result), level -> new ArrayList<>()).add(result));
        List<ModelSeries> sweeps = new ArrayList<>();
        models.forEach((model, levels) -> sweeps.add(new ModelSeries(model,
                levels.values().stream().flatMap(List::stream).toList())));
        return sweeps;
    }

    /** How many rounds a result has, at most. */
    public static int rounds(Run run) {
        return run.models().stream().mapToInt(ModelResult::rounds).max().orElse(1);
    }

    /** Who may be compared: answered every request, and in an interrupted run got as far as the most idle clients. */
    public static List<ModelSeries> sound(Run run) {
        int most = counts(run).getLast();
        return of(run).stream().filter(sweep -> sweep.sound() && sweep.beside(most).isPresent()).toList();
    }

    /** The numbers of idle clients that were measured, ascending. */
    public static List<Integer> counts(Run run) {
        return run.models().stream().map(ModelResult::idleClients).distinct().sorted().toList();
    }

    public static boolean anyIdle(Run run) {
        return run.models().stream().anyMatch(result -> result.idleClients() > 0);
    }

    /** At several levels, so that a line can be drawn through them. */
    public static boolean several(Run run) {
        return run.models().stream().mapToDouble(SweepVariable.of(run)::at).distinct().count() > 1;
    }

    public Optional<ModelResult> beside(int idle) {
        return steps.stream().filter(result -> result.idleClients() == idle).findFirst();
    }

    public int requests() {
        return steps.stream().mapToInt(ModelResult::requests).sum();
    }

    public int failed() {
        return steps.stream().mapToInt(ModelResult::failed).sum();
    }

    public Map<String, Integer> errors() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        steps.forEach(step -> step.errors().forEach((outcome, count) -> errors.merge(outcome, count, Integer::sum)));
        return errors;
    }

    /** Every request was answered, beside however many. */
    private boolean sound() {
        return steps.stream().allMatch(step -> step.failed() == 0 && step.latencyMs() != null);
    }

    /** How many times as long as beside the fewest half of the requests take beside the most; 1 where unknown. */
    public double growth() {
        double first = median(steps.getFirst());
        double last = median(steps.getLast());
        return first > 0 && last > 0 ? last / first : 1;
    }

    private static double median(ModelResult result) {
        return result.latencyMs() == null ? 0 : result.latencyMs().p50();
    }
}
