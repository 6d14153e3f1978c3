package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.JudgedLatency;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.Verdict;

/** Questions about this run's own numbers, so that the answers of another run do not fit. */
public final class Questions {
    private static final int MOST = 5;
    private final Run run;
    private final List<ModelResult> answered;

    private Questions(Run run) {
        this.run = run;
        answered = ModelSeries.of(run).stream().map(series -> series.steps().getLast())
                .filter(model -> model.latencyMs() != null).toList();
    }

    /** At most five, the last of them always the same. */
    public static List<String> of(Run run) {
        return of(run, Optional.empty());
    }

    /** The same with a question about the knee of a sweep. */
    public static List<String> ofSweep(Run run) {
        return of(run, Optional.of(knee(run)));
    }

    private static List<String> of(Run run, Optional<String> own) {
        Questions questions = new Questions(run);
        List<String> asked = new ArrayList<>();
        for (Optional<String> question : List.of(questions.failures(), own, questions.waiting(), questions.openLoop(),
                questions.prediction(), questions.cost())) {
            if (asked.size() < MOST - 1) {
                question.ifPresent(asked::add);
            }
        }
        asked.add("Repeat the run with its command. Which numbers changed, and by how much? Which digits would you"
                + " leave out of a report, and why?");
        return asked;
    }

    private Optional<String> failures() {
        return run.models().stream().filter(model -> model.failed() > 0).findFirst().map(
                model -> model.model() + " failed " + Formats.number(model.failed()) + " of " + Formats.count(model.requests(),
                        "request") + " (" + Failures.of(model) + "). Find one of them in requests.csv. How far did it get,"
                        + " which side gave up, and when?");
    }

    private static String knee(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        return ModelSeries.of(run).stream().filter(series -> Knee.of(variable, series).isPresent()).findFirst()
                .map(series -> "The knee of " + series.model() + " is "
                        + variable.text(variable.at(Knee.of(variable, series).orElseThrow()))
                        + ". Which resource runs out there: threads, the processor, or something else? Which number tells"
                        + " you?")
                .orElse("The knee is at none of these steps. How would you change the command to see it, and what do you expect?");
    }

    /** Between models only where theory says that they differ: one run each shows no difference. */
    private Optional<String> waiting() {
        Comparator<ModelResult> byTheory = Comparator.comparingDouble(model -> model.predicted().maxMs());
        List<ModelResult> predicted = answered.stream().filter(model -> model.predicted() != null).toList();
        ModelResult most = predicted.stream().max(byTheory).orElse(null);
        ModelResult least = predicted.stream().min(byTheory).orElse(null);
        if (most != null && most.predicted().maxMs() > 1.1 * least.predicted().maxMs()) {
            return Optional.of("The slowest request took " + Formats.time(most.latencyMs().max()) + " in " + most.model()
                    + " and " + Formats.time(least.latencyMs().max()) + " in " + least.model()
                    + ". Follow one request through each server: where does it wait in " + most.model() + " and not in "
                    + least.model() + "?");
        }
        ModelResult slow = answered.stream().max(Comparator.comparingDouble(model -> model.latencyMs().max())).orElse(null);
        return slow != null && slow.latencyMs().max() > 1.5 * slow.latencyMs().min()
                ? Optional.of("In " + slow.model() + " one request took " + Formats.time(slow.latencyMs().min())
                        + ", another " + Formats.time(slow.latencyMs().max()) + ". What did the slow one wait for?")
                : Optional.empty();
    }

    private Optional<String> openLoop() {
        return answered.stream().filter(Finding::hidesWaiting).findFirst().map(model -> "In "
                + model.model() + " p99 is " + Formats.time(model.latencyMs().p99()) + ", but "
                + Formats.time(model.uncorrectedMs().p99()) + " from the moment of sending (uncorrected). Which waiting is"
                + " missing from the second number?");
    }

    private Optional<String> prediction() {
        JudgedLatency judged = JudgedLatency.of(run.load());
        return answered.stream().filter(model -> model.offPercent() != null && model.verdict() == Verdict.OFF)
                .max(Comparator.comparingDouble(model -> Math.abs(model.offPercent())))
                .map(model -> "The prediction is furthest off in " + model.model() + ": " + judged.text() + " "
                        + Formats.time(judged.measured(model.latencyMs())) + " instead of "
                        + Formats.time(judged.predicted(model.predicted())) + ". What does the formula leave out?");
    }

    private Optional<String> cost() {
        Comparator<ModelResult> byThreads = Comparator.comparingInt(ModelResult::threadsPeak);
        ModelResult most = answered.stream().max(byThreads).orElse(null);
        ModelResult least = answered.stream().filter(model -> model.threadsPeak() > 0).min(byThreads).orElse(null);
        return least == null || most.threadsPeak() == least.threadsPeak() ? Optional.empty()
                : Optional.of(most.model() + " had up to " + Formats.count(most.threadsPeak(), "thread") + ", "
                        + least.model() + " " + Formats.number(least.threadsPeak())
                        + ". What is each of them for, and what would a thousand more clients cost each of the two?");
    }
}
