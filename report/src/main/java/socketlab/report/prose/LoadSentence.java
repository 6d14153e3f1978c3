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
        if (load.schedule().durationMs() > 0) {
            parts.add("for " + Formats.time(load.schedule().durationMs()));
        } else if (load.requests() > 0 && !SweepText.grows(run)) {
            parts.add(Formats.count(load.requests(), "request") + " per model");
        }
        parts.add((load.connections().http() == null ? "service " + load.service() : "HTTP GET " + load.connections().http())
                + (load.delayMs() > 0 ? " with a delay of " + Formats.time(load.delayMs()) : ""));
        parts.addAll(troubles(run));
        if (load.schedule().warmupMs() > 0) {
            parts.add("after a warm-up of " + Formats.time(load.schedule().warmupMs()));
        }
        if (load.schedule().pause() != null) {
            parts.add("the server stopped for " + Formats.time(load.schedule().pause().lengthMs()) + " after "
                    + Formats.time(load.schedule().pause().atMs()));
        }
        if (ModelSeries.anyIdle(run)) {
            parts.add(IdleText.beside(run));
        }
        return String.join(", ", parts) + ".";
    }

    /** What went wrong on purpose, and what was set otherwise than usual: without it two pictures look alike. */
    private static List<String> troubles(Run run) {
        List<String> troubles = new ArrayList<>();
        if (!FaultText.of(run.load().faults()).isEmpty()) {
            troubles.add(FaultText.of(run.load().faults()));
        }
        if (!run.serverSettings().tcpNodelay()) {
            troubles.add("TCP_NODELAY off");
        }
        if (run.serverSettings().inlineCompute()) {
            troubles.add("computed on the thread that serves");
        }
        return troubles;
    }

    private static List<String> level(LoadSettings load) {
        return load.closed() || load.ratePerS() <= 0 ? List.of(Formats.count(load.clients(), "client"))
                : List.of(Formats.rate(load.ratePerS()) + " " + load.schedule().arrivals(),
                        "over " + Formats.count(load.clients(), "connection"));
    }

    private static List<String> steps(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        List<Double> levels = run.models().stream().map(dial::at).distinct().sorted().toList();
        return dial == SweepVariable.CLIENTS
                ? List.of(Formats.number(Math.round(levels.getFirst())) + " to "
                        + Formats.count(Math.round(levels.getLast()), "client"))
                : List.of(Formats.rate(levels.getFirst()) + " to " + Formats.rate(levels.getLast()) + " "
                        + run.load().schedule().arrivals(), "over " + Formats.count(run.load().clients(), "connection"));
    }
}
