package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.Run;

/** The load in a sentence, the name of its loop first: it stands under the title of every picture. */
final class LoadSentence {
    private LoadSentence() {}

    /** {@code Closed loop, 5 clients, 5 requests per model, service sleep with a delay of 1.00 s.} */
    static String of(Run run) {
        LoadSettings load = run.load();
        List<String> parts = new ArrayList<>(List.of(Formats.capital(load.loop() + " loop", true)));
        parts.addAll(SweepText.grows(run) ? steps(run) : level(load));
        if (load.durationMs() > 0) {
            parts.add("for " + Formats.time(load.durationMs()));
        } else if (load.requests() > 0 && !SweepText.grows(run)) {
            parts.add(Formats.count(load.requests(), "request") + " per model");
        }
        parts.add((load.http().isEmpty() ? "service " + load.service() : "HTTP GET " + load.http())
                + (load.delayMs() > 0 ? " with a delay of " + Formats.time(load.delayMs()) : ""));
        parts.addAll(troubles(run));
        if (load.warmupMs() > 0) {
            parts.add("after a warm-up of " + Formats.time(load.warmupMs()));
        }
        if (load.pauseMs() > 0) {
            parts.add("the server stopped for " + Formats.time(load.pauseMs()) + " after "
                    + Formats.time(load.pauseAtMs()));
        }
        if (ModelSeries.anyIdle(run)) {
            parts.add(IdleText.beside(run));
        }
        return String.join(", ", parts) + ".";
    }

    /** What went wrong on purpose, and what was set otherwise than usual: without it two pictures look alike. */
    private static List<String> troubles(Run run) {
        List<String> troubles = new ArrayList<>();
        if (!FaultText.of(run.load().trouble()).isEmpty()) {
            troubles.add(FaultText.of(run.load().trouble()));
        }
        if (!run.fairness().tcpNodelay()) {
            troubles.add("TCP_NODELAY off");
        }
        if (run.fairness().inlineCompute()) {
            troubles.add("computed on the thread that serves");
        }
        return troubles;
    }

    private static List<String> level(LoadSettings load) {
        return load.closed() || load.ratePerS() <= 0 ? List.of(Formats.count(load.clients(), "client"))
                : List.of(Formats.rate(load.ratePerS()) + " " + load.arrivals(),
                        "over " + Formats.count(load.clients(), "connection"));
    }

    private static List<String> steps(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        List<Double> levels = run.models().stream().map(dial::at).distinct().sorted().toList();
        return dial == SweepVariable.CLIENTS
                ? List.of(Formats.number(Math.round(levels.getFirst())) + " to "
                        + Formats.count(Math.round(levels.getLast()), "client"))
                : List.of(Formats.rate(levels.getFirst()) + " to " + Formats.rate(levels.getLast()) + " "
                        + run.load().arrivals(), "over " + Formats.count(run.load().clients(), "connection"));
    }
}
