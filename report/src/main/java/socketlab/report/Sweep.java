package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One model's results beside a growing number of idle clients, the fewest first: a line in a chart. */
record Sweep(String model, List<ModelResult> steps) {

    /** A sweep per model, in the order of the run; of a run without idle clients each has the one step. */
    static List<Sweep> of(Run run) {
        Map<String, List<ModelResult>> models = new LinkedHashMap<>();
        run.models().forEach(
                result -> models.computeIfAbsent(result.model(), model -> new ArrayList<>()).add(result));
        List<Sweep> sweeps = new ArrayList<>();
        models.forEach((model, steps) -> sweeps.add(new Sweep(model,
                steps.stream().sorted(Comparator.comparingInt(ModelResult::idle)).toList())));
        return sweeps;
    }

    /** Who may be compared: answered every request, and in an interrupted run got as far as the most idle clients. */
    static List<Sweep> sound(Run run) {
        int most = counts(run).getLast();
        return of(run).stream().filter(sweep -> sweep.sound() && sweep.beside(most).isPresent()).toList();
    }

    /** The numbers of idle clients that were measured, ascending. */
    static List<Integer> counts(Run run) {
        return run.models().stream().map(ModelResult::idle).distinct().sorted().toList();
    }

    static boolean anyIdle(Run run) {
        return run.models().stream().anyMatch(result -> result.idle() > 0);
    }

    /** Beside several numbers of idle clients, so that a line can be drawn through them. */
    static boolean several(Run run) {
        return counts(run).size() > 1;
    }

    Optional<ModelResult> beside(int idle) {
        return steps.stream().filter(result -> result.idle() == idle).findFirst();
    }

    int requests() {
        return steps.stream().mapToInt(ModelResult::requests).sum();
    }

    int failed() {
        return steps.stream().mapToInt(ModelResult::failed).sum();
    }

    Map<String, Integer> errors() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        steps.forEach(step -> step.errors().forEach((outcome, count) -> errors.merge(outcome, count, Integer::sum)));
        return errors;
    }

    /** Every request was answered, beside however many. */
    private boolean sound() {
        return steps.stream().allMatch(step -> step.failed() == 0 && step.latencyMs() != null);
    }

    /** How many times as long as beside the fewest half of the requests take beside the most; 1 where unknown. */
    double growth() {
        double first = median(steps.getFirst());
        double last = median(steps.getLast());
        return first > 0 && last > 0 ? last / first : 1;
    }

    private static double median(ModelResult result) {
        return result.latencyMs() == null ? 0 : result.latencyMs().p50();
    }
}
