package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.Sequence;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.TranscriptRow;

/** The picture of one small chat: who said what to whom, and when. */
public final class SequenceChart {
    private static final int WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN;

    private SequenceChart() {}

    public static Figure of(Run run, ModelResult result, List<TranscriptRow> lines) {
        Sequence sequence = Sequence.of(result.model(), lines);
        int height = (int) Math.ceil(sequence.height());
        XYChart plot = LabTheme.plot(WIDTH, height, "", "");
        plot.getStyler().setXAxisTicksVisible(false).setYAxisTicksVisible(false).setXAxisTitleVisible(false)
                .setYAxisTitleVisible(false).setPlotGridLinesVisible(false);
        LabTheme.axes(plot, 0, WIDTH, height);
        plot.addAnnotation(new SequenceLines(sequence));
        return new Figure(title(result), "Who said what to whom, and when: " + Formats.count(sequence.members(), "client")
                + ", one chat on " + result.model() + ". Times are milliseconds since the first client called.",
                keys(result.model()), List.of(new Panel(plot, 0, 0, 0, 0)), notes(), TimelineText.stamp(run));
    }

    private static String title(ModelResult result) {
        ChatResult chat = result.chat();
        if (chat.room().entered() < chat.room().members()) {
            return "On " + result.model() + " " + (chat.room().entered() == 1 ? "one client is" : Formats.spelled(chat.room().entered())
                    + " clients are") + " in the room, and " + (chat.room().members() - chat.room().entered() == 1 ? "the other waits"
                    : "the other " + Formats.spelled(chat.room().members() - chat.room().entered()) + " wait") + " until somebody leaves";
        }
        return chat.failed() == 0 ? "Everybody hears everybody else, and all in the same order"
                : "Not everything arrives as it should: " + ChatText.failures(chat);
    }

    private static List<LegendEntry> keys(String model) {
        return List.of(new LegendEntry("says", (g, at) -> arrow(g, at, true, model)),
                new LegendEntry("is told", (g, at) -> arrow(g, at, false, model)),
                new LegendEntry("connected, but not let in yet", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4,
                        at.getMaxY() + 2, true)),
                new LegendEntry("in the room", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4, at.getMaxY() + 2,
                        false)));
    }

    private static void arrow(Graphics2D g, Rectangle2D at, boolean says, String model) {
        SequenceLines.arrow(g, at.getMinX(), at.getMaxX(), at.getCenterY(), says ? LabTheme.INK : LabTheme.of(model));
    }

    private static List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Time runs down, not to scale: a row is a moment, a gap a long silence. What several clients hear of one"
                + " thing, one right after the other, is one row. Where room is short, (3) stands for (3 users online).");
        return notes;
    }
}
