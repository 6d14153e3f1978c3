package socketlab.report.charts;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A chat classroom: the latency of messages while passwords are hashed, and of the hashes themselves. */
public final class AccountsChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(150, 190, 26);
    private static final double LEAST_MS = 0.001;   // a logarithmic axis has no zero
    private static final double TICK = 6;

    private AccountsChart() {}

    /** Whether the run was a classroom. */
    public static boolean applies(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null && model.chat().classroom());
    }

    /** The chart of a classroom, see {@link #applies}; {@code load} is the sentence under the title. */
    public static RunChart of(Run run, String load) {
        List<Phase> phases = List.of(
                phase(run, "Messages during hashing: until another member has one", ChatResult.Accounts::talk),
                phase(run, "Logging in: a hash is checked", ChatResult.Accounts::login),
                phase(run, "Registering: a hash is made", ChatResult.Accounts::register));
        List<LatencyMs> all = phases.stream().flatMap(phase -> phase.times().stream()).map(Times::latency).toList();
        double longest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::max).max().orElse(1));
        double shortest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::p50).min().orElse(1));
        TimeUnitScale scale = TimeUnitScale.fitting(longest);
        List<RowPlot.Row> rows = new ArrayList<>();
        for (Phase phase : phases) {
            rows.add(new RowPlot.Row(phase.title(), List.of(), null));
            phase.times().forEach(times -> rows.add(times.row(scale)));
        }
        return RunChart.of("classroom", new Figure(ChatText.title(run), "Half of the clients register while the other half"
                + " log in, talk and log out. " + load, keys(), List.of(RowPlot.panel(LAYOUT,
                        PlotAxis.ofValues(true, scale.ofMs(shortest), scale.ofMs(longest)), "time (" + scale.unit() + ")",
                        rows)), notes(run), LoadSentence.machine(run)),
                "each line is one model, from p50 (the stroke) over p99 (the mark) to the maximum. The first group shows the"
                        + " latency of messages while passwords are hashed, the groups below it the hashes themselves. On"
                        + " the logarithmic axis equal distances are equal factors.");
    }

    /** One kind of action, and each model's times for it. */
    private record Phase(String title, List<Times> times) {}

    /** One model's times. */
    private record Times(String model, LatencyMs latency) {
        RowPlot.Row row(TimeUnitScale scale) {
            return new RowPlot.Row(model, List.of("p99 " + Formats.time(latency.p99()) + ", max "
                    + Formats.time(latency.max())), (g, x, y) -> paint(g, ms -> x.applyAsDouble(scale.ofMs(ms)), y));
        }

        private void paint(Graphics2D g, DoubleUnaryOperator at, double y) {
            RowPlot.line(g, at.applyAsDouble(latency.p50()), at.applyAsDouble(latency.max()), y, LabTheme.of(model));
            RowPlot.tick(g, at.applyAsDouble(latency.p50()), y, TICK, LabTheme.of(model));
            new ModelMark(model, false).paint(g, at.applyAsDouble(latency.p99()), y, 0);
        }
    }

    private static Phase phase(Run run, String title, Function<ChatResult.Accounts, ChatResult.Phase> which) {
        return new Phase(title, run.models().stream()
                .filter(model -> model.chat() != null && which.apply(model.chat().accounts()) != null
                        && which.apply(model.chat().accounts()).latencyMs() != null)
                .map(model -> new Times(model.model(), which.apply(model.chat().accounts()).latencyMs())).toList());
    }

    private static List<LegendEntry> keys() {
        return List.of(new LegendEntry("p50", (g, at) -> RowPlot.tick(g, at.getCenterX(), at.getCenterY(), TICK, LabTheme.SOFT)),
                LegendEntry.mark("p99", false),
                new LegendEntry("up to the maximum", (g, at) -> RowPlot.line(g, at.getMinX(), at.getMaxX(), at.getCenterY(),
                        LabTheme.SOFT)));
    }

    private static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        notes.add("Of the messages only those are shown that were sent or received while a member waited for a hash.");
        List<String> without = run.models().stream()
                .filter(model -> model.chat() != null && model.chat().classroom() && ChatText.judged(model.chat()) == null)
                .map(ModelResult::model).toList();
        if (!without.isEmpty()) {
            notes.add("No message was sent during hashing: " + Formats.list(without) + ".");
        }
        notes.addAll(ChatText.failed(run));
        return notes;
    }
}
