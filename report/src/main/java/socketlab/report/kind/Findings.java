package socketlab.report.kind;

import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.prose.ChatFinding;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.Headline;
import socketlab.report.prose.IdleFinding;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.ModelBehaviour;
import socketlab.report.prose.QueueText;
import socketlab.report.prose.SweepText;
import socketlab.report.text.Formats;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.Verdict;
import socketlab.results.statistics.Prediction;

/** What the numbers mean, one plain sentence or two per model, computed from the run and from nothing else. */
public final class Findings {
    private static final double ALIKE = 1.1;
    private static final double TOGETHER = 1.02;

    private Findings() {}

    /** A finding per model, in the order of the run, in letters that every terminal has. */
    public static List<String> of(Run run) {
        return printed(run).stream().map(Formats::plain).toList();
    }

    /**
     * The finding about one result of {@code run}, such as {@code single: one at a time. The last of 5 clients ...}, in
     * letters that every terminal has.
     */
    public static String of(Run run, ModelResult model) {
        return Formats.plain(printed(run.load(), model, outcome(run.load(), model)));
    }

    /** The same for page and print. */
    public static List<String> printed(Run run) {
        if (ChatText.isChat(run)) {
            return ModelSeries.of(run).stream().map(sweep -> printed(run.load(), sweep.steps().getLast(),
                    ChatFinding.of(sweep.steps()))).toList();
        }
        if (SweepText.grows(run)) {
            return ModelSeries.of(run).stream().map(sweep -> printed(run.load(), sweep.steps().getLast(),
                    SweepText.finding(run, sweep) + QueueText.sentence(sweep.steps()))).toList();
        }
        return ModelSeries.of(run).stream().map(sweep -> printed(run.load(), sweep.steps().getLast(),
                sweep.steps().size() > 1 ? new IdleFinding(run.load(), sweep).sentence()
                        : outcome(run.load(), sweep.steps().getLast())
                                + QueueText.sentence(sweep.steps()))).toList();
    }

    private static String printed(LoadSettings load, ModelResult model, String outcome) {
        String finding = model.model() + ": " + (load.foreign() ? "" : ModelBehaviour.of(model) + ". ") + outcome;
        if (hidden(model)) {
            finding += " Counted from when each was really sent, 99 of 100 seem to take at most "
                    + Formats.time(model.uncorrectedMs().p99()) + " instead of "
                    + Formats.time(model.latencyMs().p99()) + ".";
        }
        if (model.inconclusive()) {
            finding += " Inconclusive: the machine was too noisy to judge by.";
        }
        return model.note() == null || model.note().isBlank() ? finding : finding + " Note: " + model.note();
    }

    /** Whether who looks only at what was sent misses something. */
    private static boolean hidden(ModelResult model) {
        return model.uncorrectedMs() != null && model.latencyMs() != null
                && model.latencyMs().p99() > ALIKE * model.uncorrectedMs().p99();
    }

    /** The finding of the whole run in one sentence, the title of every picture of it. */
    public static String headline(Run run) {
        if (ChatText.isChat(run)) {
            return ChatText.title(run);
        }
        if (SweepText.grows(run)) {
            return SweepText.title(run);
        }
        return ModelSeries.anyIdle(run) ? IdleText.headline(run) : Headline.of(run);
    }

    private static String outcome(LoadSettings load, ModelResult model) {
        if (model.chat() != null) {
            return ChatFinding.of(List.of(model));
        }
        if (model.idleClients() > 0) {
            return IdleFinding.of(load, model).sentence();
        }
        if (model.requests() == 0) {
            return "It was asked nothing.";
        }
        if (model.latencyMs() == null) {
            return "Nobody was answered: " + failures(model) + ".";
        }
        String waited = load.burst() ? burst(model) : stream(model);
        if (model.failed() > 0) {
            return Formats.number(model.failed()) + " of " + Formats.count(model.requests(), "request") + " failed ("
                    + failures(model) + "), so it wins nothing. " + waited + ".";
        }
        return waited + prediction(load, model);
    }

    private static String burst(ModelResult model) {
        LatencyMs latency = model.latencyMs();
        int answered = model.succeeded();
        String longest = Formats.time(latency.max());
        String who = model.failed() > 0 ? "answered clients" : "clients";
        if (answered == 1) {
            return (model.failed() > 0 ? "The only answered" : "The only") + " client waited " + longest;
        }
        if (latency.max() < ALIKE * latency.min()) {
            String alike = latency.max() < TOGETHER * latency.min() ? "" : Formats.time(latency.min()) + " to ";
            return (answered == 2 ? "Both " : "All " + Formats.number(answered) + " ") + who + " waited " + alike
                    + longest;
        }
        return "The last of " + Formats.number(answered) + " " + who + " waited " + longest
                + longer(latency, "the first");
    }

    private static String stream(ModelResult model) {
        LatencyMs latency = model.latencyMs();
        if (model.succeeded() == 1) {
            return "The only answered request took " + Formats.time(latency.max());
        }
        return "Half of the " + Formats.number(model.succeeded()) + " answered requests took at most "
                + Formats.time(latency.p50()) + ", the slowest " + Formats.time(latency.max());
    }

    private static String longer(LatencyMs latency, String than) {
        return latency.min() > 0 ? ", " + Formats.times(latency.max() / latency.min()) + " as long as " + than : "";
    }

    private static String prediction(LoadSettings load, ModelResult model) {
        if (model.predicted() == null) {
            return "." + Prediction.missing(load).map(why -> " No prediction: " + why + ".").orElse("");
        }
        return "; predicted " + Formats.time(model.predicted().maxMs()) + off(model) + ".";
    }

    private static String off(ModelResult model) {
        if (model.offPercent() == null) {
            return "";
        }
        double percent = Math.abs(model.offPercent());
        // A few milliseconds of a short time are many percent and mean nothing.
        boolean trifling = model.verdict() == Verdict.AS_PREDICTED && percent > 2;
        return " (off by " + (trifling ? Formats.time(percent / 100 * model.predicted().maxMs())
                : Formats.percent(percent)) + ")";
    }

    /** {@code 10 refused, 2 timeout}. */
    public static String failures(ModelResult model) {
        return Formats.failures(model.errors(), model.failed());
    }
}
