package socketlab.report;

import java.util.ArrayList;
import java.util.List;

/** The load in a sentence, the name of its loop first: it stands under the title of every picture. */
final class LoadSentence {
    private LoadSentence() {}

    /** {@code Closed loop, 5 clients, 5 requests per model, service sleep with a delay of 1.00 s.} */
    static String of(Run run) {
        LoadSettings load = run.load();
        List<String> parts = new ArrayList<>(List.of(Words.capital(load.loop() + " loop", true)));
        parts.addAll(LoadText.grows(run) ? steps(run) : level(load));
        if (load.durationMs() > 0) {
            parts.add("for " + Words.time(load.durationMs()));
        } else if (load.requests() > 0 && !LoadText.grows(run)) {
            parts.add(Words.count(load.requests(), "request") + " per model");
        }
        parts.add((load.http().isEmpty() ? "service " + load.service() : "HTTP GET " + load.http())
                + (load.delayMs() > 0 ? " with a delay of " + Words.time(load.delayMs()) : ""));
        parts.addAll(troubles(run));
        if (load.warmupMs() > 0) {
            parts.add("after a warm-up of " + Words.time(load.warmupMs()));
        }
        if (load.pauseMs() > 0) {
            parts.add("the server stopped for " + Words.time(load.pauseMs()) + " after "
                    + Words.time(load.pauseAtMs()));
        }
        if (Sweep.anyIdle(run)) {
            parts.add(IdleText.beside(run));
        }
        return String.join(", ", parts) + ".";
    }

    /** What went wrong on purpose, and what was set otherwise than usual: without it two pictures look alike. */
    private static List<String> troubles(Run run) {
        List<String> troubles = new ArrayList<>();
        if (!run.load().trouble().words().isEmpty()) {
            troubles.add(run.load().trouble().words());
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
        return load.closed() || load.ratePerS() <= 0 ? List.of(Words.count(load.clients(), "client"))
                : List.of(Words.rate(load.ratePerS()) + " " + load.arrivals(),
                        "over " + Words.count(load.clients(), "connection"));
    }

    private static List<String> steps(Run run) {
        Dial dial = Dial.of(run);
        List<Double> levels = run.models().stream().map(dial::at).distinct().sorted().toList();
        return dial == Dial.CLIENTS
                ? List.of(Words.number(Math.round(levels.getFirst())) + " to "
                        + Words.count(Math.round(levels.getLast()), "client"))
                : List.of(Words.rate(levels.getFirst()) + " to " + Words.rate(levels.getLast()) + " "
                        + run.load().arrivals(), "over " + Words.count(run.load().clients(), "connection"));
    }
}
