package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The picture of a classroom: how long talking takes while passwords are hashed, and how long the hashes take. */
public final class AccountsChart {
    private static final int LEFT = 150;
    private static final int RIGHT = 190;
    private static final double LEAST_MS = 0.001;

    private AccountsChart() {}

    public static boolean possible(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null && model.chat().classroom());
    }

    public static Figure of(Run run) {
        List<AccountRows.Group> groups = List.of(
                group(run, "Talking meanwhile: a message reaches one of the others", chat -> chat.accounts().talk()),
                group(run, "Logging in: a hash is checked", chat -> chat.accounts().login()),
                group(run, "Registering: a hash is made", chat -> chat.accounts().register()));
        List<LatencyMs> all = groups.stream().flatMap(group -> group.spans().stream())
                .map(AccountRows.Span::latency).toList();
        double longest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::max).max().orElse(1));
        double shortest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::p50).min().orElse(1));
        TimeUnitScale scale = TimeUnitScale.fitting(longest);
        PlotAxis across = PlotAxis.ofValues(true, scale.ofMs(shortest), scale.ofMs(longest));
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - LEFT - RIGHT, AccountRows.height(groups), across,
                "time (" + scale.unit() + ")");
        plot.addAnnotation(new AccountRows(groups, across, scale, LEFT));
        return new Figure(ChatText.title(run), "Half of the clients register while the other half log in, talk and log"
                + " out. " + ChatText.load(run), keys(), List.of(new Panel(plot, LEFT, RIGHT, 0, AxisLabels.BELOW)),
                notes(run), TimelineText.stamp(run));
    }

    private static AccountRows.Group group(Run run, String title, ChatText.PhaseOf phase) {
        return new AccountRows.Group(title, run.models().stream()
                .filter(model -> model.chat() != null && phase.of(model.chat()) != null
                        && phase.of(model.chat()).latencyMs() != null)
                .map(model -> new AccountRows.Span(model.model(), phase.of(model.chat()).latencyMs())).toList());
    }

    private static List<LegendEntry> keys() {
        return List.of(new LegendEntry("half took at most", (g, at) -> tick(g, at)),
                new LegendEntry("99 of 100 took at most", (g, at) -> new ModelMark("single", LabTheme.SOFT, false)
                        .paint(g, at.getCenterX(), at.getCenterY(), 0)),
                new LegendEntry("from there to the slowest", (g, at) -> span(g, at)));
    }

    private static void tick(Graphics2D g, Rectangle2D at) {
        AccountRows.tick(g, at.getCenterX(), at.getCenterY(), LabTheme.SOFT);
    }

    private static void span(Graphics2D g, Rectangle2D at) {
        g.setColor(LabTheme.SOFT);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
    }

    private static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        notes.add("Of the talk only what was said or heard while somebody waited for a hash is shown.");
        List<String> without = run.models().stream()
                .filter(model -> model.chat() != null && model.chat().classroom() && (model.chat().accounts().talk() == null
                        || model.chat().accounts().talk().latencyMs() == null)).map(ModelResult::model).toList();
        if (!without.isEmpty()) {
            notes.add("Nobody talked while somebody waited for a hash: " + Formats.list(without) + ".");
        }
        notes.addAll(ChatText.failed(run));
        return notes;
    }
}
