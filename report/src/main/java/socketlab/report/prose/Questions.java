package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.kind.Findings;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What to think about, asked of this run's own numbers, so that no other run's answers fit. */
public final class Questions {
    private static final int MOST = 5;
    private final Run run;
    private final List<ModelResult> answered;
    private final List<String> questions = new ArrayList<>();

    private Questions(Run run) {
        this.run = run;
        answered = ModelSeries.of(run).stream().map(sweep -> sweep.steps().getLast())
                .filter(model -> model.latencyMs() != null).toList();
    }

    /** At most five, the last of them always the same. */
    public static List<String> of(Run run) {
        Questions questions = new Questions(run);
        questions.failures();
        questions.growth();
        questions.waiting();
        questions.openLoop();
        questions.prediction();
        questions.cost();
        List<String> asked = new ArrayList<>(questions.questions.subList(0,
                Math.min(MOST - 1, questions.questions.size())));
        asked.add("Repeat the run with the command below. Which numbers changed, and by how much? Which of their digits"
                + " would you leave out of a report, and why?");
        return asked;
    }

    private void failures() {
        run.models().stream().filter(model -> model.failed() > 0).findFirst().ifPresent(model -> questions.add(
                model.model() + " failed " + Formats.number(model.failed()) + " of " + Formats.count(model.requests(),
                        "request") + " (" + Findings.failures(model) + "). Find one of them in requests.csv. How far"
                        + " did it get, which side gave up, and when?"));
    }

    private void growth() {
        if (!SweepText.grows(run)) {
            return;
        }
        SweepVariable dial = SweepVariable.of(run);
        Optional<ModelSeries> kneed = ModelSeries.of(run).stream().filter(sweep -> Knee.of(dial, sweep).isPresent()).findFirst();
        questions.add(kneed.map(sweep -> "The knee of " + sweep.model() + " lies "
                + dial.words(dial.at(Knee.of(dial, sweep).orElseThrow()))
                + ". What runs out there: threads, the processor, or something else? Say which number tells you.")
                .orElse("No knee was reached. How would you change the command to find it, and what do you expect?"));
    }

    private void waiting() {
        Comparator<ModelResult> byMax = Comparator.comparingDouble(model -> model.latencyMs().max());
        ModelResult slow = answered.stream().max(byMax).orElse(null);
        ModelResult quick = answered.stream().min(byMax).orElse(null);
        if (slow != null && slow.latencyMs().max() > 1.1 * quick.latencyMs().max()) {
            questions.add("The slowest request took " + Formats.time(slow.latencyMs().max()) + " in " + slow.model()
                    + " and " + Formats.time(quick.latencyMs().max()) + " in " + quick.model()
                    + ". Follow one request through each server: where does it wait in the one and not in the other?");
        } else if (slow != null && slow.latencyMs().max() > 1.5 * slow.latencyMs().min()) {
            questions.add("In " + slow.model() + " one request took " + Formats.time(slow.latencyMs().min())
                    + ", another " + Formats.time(slow.latencyMs().max()) + ". What was the other waiting for?");
        }
    }

    private void openLoop() {
        answered.stream().filter(model -> model.uncorrectedMs() != null).findFirst().ifPresent(model -> questions.add(
                "In " + model.model() + " 99 of 100 requests took at most " + Formats.time(model.latencyMs().p99())
                        + ", or " + Formats.time(model.uncorrectedMs().p99()) + " counted from when each was really sent."
                        + " Whose waiting is missing from the second number?"));
    }

    private void prediction() {
        answered.stream().filter(model -> model.offPercent() != null)
                .max(Comparator.comparingDouble(model -> Math.abs(model.offPercent())))
                .ifPresent(model -> questions.add("The prediction was missed most in " + model.model() + ": "
                                + Formats.time(model.latencyMs().max()) + " instead of "
                                + Formats.time(model.predicted().maxMs()) + ". What does the arithmetic leave out?"));
    }

    private void cost() {
        Comparator<ModelResult> byThreads = Comparator.comparingInt(ModelResult::threadsPeak);
        ModelResult most = answered.stream().max(byThreads).orElse(null);
        ModelResult least = answered.stream().filter(model -> model.threadsPeak() > 0).min(byThreads).orElse(null);
        if (least != null && most.threadsPeak() > least.threadsPeak()) {
            questions.add(most.model() + " had " + Formats.count(most.threadsPeak(), "thread") + " at most, "
                    + least.model() + " " + Formats.number(least.threadsPeak())
                    + ". What is each of them for, and what would a thousand clients more cost the one and the other?");
        }
    }
}
