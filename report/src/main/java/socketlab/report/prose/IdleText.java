package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A run with idle clients in words: titles and notes. */
public final class IdleText {
    private IdleText() {}

    /** The stronger of the two findings, cost and latency, or both. */
    public static String headline(Run run) {
        return IdleTitle.of(run).headline();
    }

    /** What idle clients cost their servers. */
    public static String costTitle(Run run) {
        return IdleTitle.of(run).cost();
    }

    /** How much idle clients slow down the active ones. */
    public static String latencyTitle(Run run) {
        return IdleTitle.of(run).latency();
    }

    /** {@code with 10, 1,000 and 5,000 idle clients}. */
    public static String with(Run run) {
        List<Integer> counts = ModelSeries.counts(run);
        return "with " + Formats.list(counts.stream().map(Formats::number).toList())
                + (counts.equals(List.of(1)) ? " idle client" : " idle clients");
    }

    /** Notes for a chart of the cost. */
    public static List<String> costNotes(Run run) {
        List<String> notes = new ArrayList<>();
        List<IdleCost> costs = ModelSeries.of(run).stream().map(series -> series.steps().getLast())
                .flatMap(result -> IdleCost.of(result, run.load()).stream()).toList();
        if (ModelSeries.several(run) && !costs.isEmpty()) {
            notes.add("Memory per idle client, at the largest number of them: " + Formats.list(costs.stream()
                    .map(cost -> cost.model() + " " + Formats.kib(cost.kibEach())).toList()) + ".");
        }
        notes.add("The cost in memory and threads is the server's peak during the load minus what it needed before the"
                + " first client came.");
        List<String> unwatched = run.models().stream().filter(result -> result.idleClients() > 0)
                .filter(result -> !IdleCost.watched(result)).map(ModelResult::model).distinct().toList();
        if (!unwatched.isEmpty()) {
            notes.add("The memory of " + Formats.list(unwatched) + " was not measured.");
        }
        coinciding(run).ifPresent(notes::add);
        notes.addAll(Failures.notes(run));
        return notes;
    }

    /** A note for a chart with several lines. */
    public static Optional<String> coinciding(Run run) {
        return ModelSeries.several(run) && ModelSeries.of(run).size() > 1
                ? Optional.of("Where lines coincide, the labels on the right name each of them.") : Optional.empty();
    }
}
