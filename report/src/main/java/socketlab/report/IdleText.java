package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What pictures and page say in words of a run beside idle clients. */
final class IdleText {
    private IdleText() {}

    /** Whichever of the two findings says more, and both where both do. */
    static String headline(Run run) {
        CostTitle cost = CostTitle.of(run);
        GrowthTitle growth = GrowthTitle.of(run);
        boolean grows = growth.anyGrows();
        if (cost.empty() || grows && cost.threadless()) {
            return Sweep.several(run) ? latencyTitle(run) : Headline.of(run);
        }
        return withFailures(run, cost.sentence() + (grows ? "; a request takes " + growth.growth() : ""));
    }

    static String costTitle(Run run) {
        CostTitle cost = CostTitle.of(run);
        return withFailures(run, cost.empty() ? "" : cost.sentence());
    }

    static String latencyTitle(Run run) {
        GrowthTitle growth = GrowthTitle.of(run);
        return withFailures(run, growth.empty() ? "" : growth.sentence());
    }

    /** {@code beside 10, 1,000 and 5,000 idle clients}, or nothing. */
    static String beside(Run run) {
        List<Integer> counts = Sweep.counts(run);
        String clients = counts.equals(List.of(1)) ? " idle client" : " idle clients";
        return Sweep.anyIdle(run) ? "beside " + Words.list(counts.stream().map(Words::number).toList()) + clients : "";
    }

    static List<String> costNotes(Run run) {
        List<String> notes = new ArrayList<>();
        List<IdleCost> costs = Sweep.of(run).stream().map(sweep -> sweep.steps().getLast())
                .flatMap(result -> IdleCost.of(result, run.load()).stream()).toList();
        if (Sweep.several(run) && !costs.isEmpty()) {
            notes.add("Memory for each idle client, beside the most of them: " + Words.list(costs.stream()
                    .map(cost -> cost.model() + " " + Words.kib(cost.kibEach())).toList()) + ".");
        }
        notes.add("What clients cost, in memory and in threads, is the most that the server had while the load lasted,"
                + " less what it had before any client came.");
        List<String> unseen = run.models().stream().filter(result -> result.idle() > 0)
                .filter(result -> !IdleCost.seen(result)).map(ModelResult::model).distinct().toList();
        if (!unseen.isEmpty()) {
            notes.add("Nobody looked at the memory of " + Words.list(unseen) + ".");
        }
        coinciding(run).ifPresent(notes::add);
        notes.addAll(failures(run));
        return notes;
    }

    static Optional<String> coinciding(Run run) {
        return Sweep.several(run) && Sweep.of(run).size() > 1
                ? Optional.of("Lines that coincide hide one another; the labels on the right name every one.")
                : Optional.empty();
    }

    static List<String> failures(Run run) {
        List<String> failed = Sweep.of(run).stream().filter(sweep -> sweep.failed() > 0)
                .map(sweep -> sweep.model() + " " + Words.number(sweep.failed()) + " of "
                        + Words.number(sweep.requests()) + " (" + Words.failures(sweep.errors(), sweep.failed())
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
        List<Sweep> failed = Sweep.of(run).stream().filter(sweep -> sweep.failed() > 0).toList();
        List<String> dumb = failed.stream().filter(sweep -> sweep.failed() == sweep.requests()).map(Sweep::model)
                .toList();
        if (!dumb.isEmpty() && dumb.size() == failed.size()) {
            return Optional.of(Words.some(dumb, "%s models") + (dumb.size() == 1 ? " answers" : " answer") + " nobody");
        }
        if (failed.size() > 3) {
            return Optional.of(Words.spelled(failed.size()) + " models failed requests and win nothing");
        }
        return failed.isEmpty() ? Optional.empty() : Optional.of(Words.list(failed.stream()
                .map(sweep -> sweep.model() + " failed " + Words.number(sweep.failed()) + " of "
                        + Words.count(sweep.requests(), "request")).toList()));
    }
}
