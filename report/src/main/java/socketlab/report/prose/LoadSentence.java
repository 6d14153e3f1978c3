package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.Environment;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The load in a sentence, its loop first: it stands under the title of every chart. */
public final class LoadSentence {
    private LoadSentence() {}

    /** {@code Closed loop, 5 clients, 5 requests per model, service sleep with a delay of 1.00 s.} */
    public static String ofRequests(Run run) {
        LoadSettings load = run.load();
        List<String> level = new ArrayList<>(load.closed() || load.ratePerS() <= 0
                ? List.of(Formats.count(load.clients(), "client"))
                : List.of(Formats.rate(load.ratePerS()) + " " + load.schedule().arrivals(), connections(load)));
        if (load.schedule().durationMs() <= 0 && load.requests() > 0) {
            level.add(Formats.count(load.requests(), "request") + " per model"
                    + (ModelSeries.rounds(run) > 1 ? " and round, " + ModelSeries.rounds(run) + " rounds" : ""));
        }
        return sentence(run, level);
    }

    /** {@code Open loop, 500/s to 5,000/s poisson, over 100 connections, for 5.00 s, service echo.} */
    public static String ofSweep(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        List<Double> levels = run.models().stream().map(variable::at).distinct().sorted().toList();
        return sentence(run, variable == SweepVariable.CLIENTS
                ? List.of(Formats.number(Math.round(levels.getFirst())) + " to "
                        + Formats.count(Math.round(levels.getLast()), "client"))
                : List.of(Formats.rate(levels.getFirst()) + " to " + Formats.rate(levels.getLast()) + " "
                        + run.load().schedule().arrivals(), connections(run.load())));
    }

    /** {@code Closed loop, 20 members, 1,000 messages of 64 bytes per model; each member sends its next message when ...}. */
    public static String ofChat(Run run) {
        ChatResult chat = run.models().stream().map(ModelResult::chat).filter(one -> one != null).findFirst().orElseThrow();
        return loop(run.load()) + ", " + Formats.count(chat.room().members(), "member") + ", "
                + Formats.count(run.load().requests(), "message") + " of " + chat.room().messageBytes()
                + " bytes per model; each member sends its next message when the others have received its last one.";
    }

    /** The machine and the day, for the bottom of every chart. */
    public static String machine(Run run) {
        Environment machine = run.environment();
        String day = run.started().length() >= 10 ? run.started().substring(0, 10) : run.started();
        return "Measured on " + String.join(" · ", List.of("JDK " + machine.jdk(), machine.os(),
                Formats.count(machine.hardware().cores(), "core"), machine.hardware().cpu(), day));
    }

    private static String sentence(Run run, List<String> level) {
        LoadSettings load = run.load();
        List<String> parts = new ArrayList<>(List.of(loop(load)));
        parts.addAll(level);
        if (load.schedule().durationMs() > 0) {
            parts.add("for " + Formats.time(load.schedule().durationMs()));
        }
        parts.add((load.connections().http() == null ? "service " + load.service()
                : "HTTP GET " + load.connections().http())
                + (load.delayMs() > 0 ? " with a delay of " + Formats.time(load.delayMs()) : ""));
        parts.addAll(specials(run));
        if (load.schedule().warmupMs() > 0) {
            parts.add("after a warm-up of " + Formats.time(load.schedule().warmupMs()));
        }
        if (load.schedule().pause() != null) {
            parts.add("the server paused for " + Formats.time(load.schedule().pause().lengthMs()) + " after "
                    + Formats.time(load.schedule().pause().atMs()));
        }
        if (ModelSeries.anyIdle(run)) {
            parts.add(IdleText.with(run));
        }
        return String.join(", ", parts) + ".";
    }

    /** Injected faults and unusual settings: without them two charts would look alike. */
    private static List<String> specials(Run run) {
        List<String> specials = new ArrayList<>();
        if (!FaultText.of(run.load().faults()).isEmpty()) {
            specials.add(FaultText.of(run.load().faults()));
        }
        if (!run.serverSettings().tcpNodelay()) {
            specials.add("TCP_NODELAY off");
        }
        if (run.serverSettings().inlineCompute()) {
            specials.add("CPU work on the serving thread");
        }
        return specials;
    }

    private static String loop(LoadSettings load) {
        return Formats.capital(load.loop()) + " loop";
    }

    private static String connections(LoadSettings load) {
        return "over " + Formats.count(load.clients(), "connection");
    }
}
