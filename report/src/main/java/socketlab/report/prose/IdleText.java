package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What pictures and page say in words of a run beside idle clients. */
public final class IdleText {
    private IdleText() {}

    /** Whichever of the two findings says more, and both where both do. */
    public static String headline(Run run) {
        CostTitle cost = CostTitle.of(run);
        GrowthTitle growth = GrowthTitle.of(run);
        boolean grows = growth.anyGrows();
        if (cost.empty() || grows && cost.threadless()) {
            return ModelSeries.several(run) ? latencyTitle(run) : Headline.of(run);
        }
        return withFailures(run, cost.sentence() + (grows ? "; a request takes " + growth.growth() : ""));
    }

    public static String costTitle(Run run) {
        CostTitle cost = CostTitle.of(run);
        return withFailures(run, cost.empty() ? "" : cost.sentence());
    }

    public static String latencyTitle(Run run) {
        GrowthTitle growth = GrowthTitle.of(run);
        return withFailures(run, growth.empty() ? "" : growth.sentence());
    }

    /** {@code beside 10, 1,000 and 5,000 idle clients}, or nothing. */
    public static String beside(Run run) {
        List<Integer> counts = ModelSeries.counts(run);
        String clients = counts.equals(List.of(1)) ? " idle client" : " idle clients";
        return ModelSeries.anyIdle(run) ? "beside " + Formats.list(counts.stream().map(Formats::number).toList()) + clients : "";
    }

    public static List<String> costNotes(Run run) {
        List<String> notes = new ArrayList<>();
        List<IdleCost> costs = ModelSeries.of(run).stream().map(sweep -> sweep.steps().getLast())
                .flatMap(result -> IdleCost.of(result, run.load()).stream()).toList();
        if (ModelSeries.several(run) && !costs.isEmpty()) {
            notes.add("Memory for each idle client, beside the most of them: " + Formats.list(costs.stream()
                    .map(cost -> cost.model() + " " + Formats.kib(cost.kibEach())).toList()) + ".");
        }
        notes.add("What clients cost, in memory and in threads, is the most that the server had while the load lasted,"
                + " less what it had before any client came.");
        List<String> unseen = run.models().stream().filter(result -> result.idleClients() > 0)
                .filter(result -> !IdleCost.seen(result)).map(ModelResult::model).distinct().toList();
        if (!unseen.isEmpty()) {
            notes.add("Nobody looked at the memory of " + Formats.list(unseen) + ".");
        }
        coinciding(run).ifPresent(notes::add);
        notes.addAll(failures(run));
        return notes;
    }

    public static Optional<String> coinciding(Run run) {
        return ModelSeries.several(run) && ModelSeries.of(run).size() > 1
                ? Optional.of("Lines that coincide hide one another; the labels on the right name every one.")
                : Optional.empty();
    }

    public static List<String> failures(Run run) {
        List<String> failed = ModelSeries.of(run).stream().filter(sweep -> sweep.failed() > 0)
                .map(sweep -> sweep.model() + " " + Formats.number(sweep.failed()) + " of "
                        + Formats.number(sweep.requests()) + " (" + Formats.failures(sweep.errors(), sweep.failed())
                        + ")").toList();
        List<String> notes = new ArrayList<>();
        if (!failed.isEmpty()) {
            notes.add("Failed: " + String.join("; ", failed) + ".");
        }
        if (run.incomplete()) {
            notes.add("The run was interrupted; this is what had been measured by then.");
        }
        return notes;
    }

    private static String withFailures(Run run, String finding) {
        List<String> parts = new ArrayList<>(finding.isEmpty() ? List.of() : List.of(finding));
        failedModels(run).ifPresent(parts::add);
        return parts.isEmpty() ? Headline.of(run) : String.join("; ", parts);
    }

    static Optional<String> failedModels(Run run) {
        List<ModelSeries> failed = ModelSeries.of(run).stream().filter(sweep -> sweep.failed() > 0).toList();
        List<String> dumb = failed.stream().filter(sweep -> sweep.failed() == sweep.requests()).map(ModelSeries::model)
                .toList();
        if (!dumb.isEmpty() && dumb.size() == failed.size()) {
            return Optional.of(Formats.some(dumb, "%s models") + (dumb.size() == 1 ? " answers" : " answer") + " nobody");
        }
        if (failed.size() > 3) {
            return Optional.of(Formats.spelled(failed.size()) + " models failed requests and win nothing");
        }
        return failed.isEmpty() ? Optional.empty() : Optional.of(Formats.list(failed.stream()
                .map(sweep -> sweep.model() + " failed " + Formats.number(sweep.failed()) + " of "
                        + Formats.count(sweep.requests(), "request")).toList()));
    }
}
