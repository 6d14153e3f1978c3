package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.Sequence;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.TranscriptRow;

/** The sequence diagram of one small chat: who sends what to whom, and when. */
public final class SequenceChart {
    private SequenceChart() {}

    /** One round of one model; there is at least one row. */
    public static RunChart of(Run run, ModelResult result, List<TranscriptRow> rows) {
        Sequence sequence = Sequence.of(result.model(), rows);
        XYChart plot = AxisLabels.blank(LabTheme.WIDTH - 2 * LabTheme.MARGIN, (int) Math.ceil(sequence.height()));
        plot.addAnnotation(new SequenceLines(sequence));
        return RunChart.of("sequence-" + result.model().replaceAll("[^A-Za-z0-9_-]", "-"), new Figure(title(result),
                "One chat on " + result.model() + " with " + Formats.count(sequence.members(), "client")
                        + ". Times are milliseconds since the first client connected.", keys(result.model()),
                List.of(new Panel(plot, 0, 0, 0, 0)), List.of("Time runs down, not to scale: a row is a moment, a gap a long"
                        + " pause. One message that several clients receive one right after the other is one row. Where space"
                        + " is short, (3) stands for (3 users online)."), LoadSentence.machine(run)), "time runs down. On the"
                                + " left is the server, then a line for each client, dashed until it is in the room. An arrow to the"
                                + " left is what a client sends, an arrow to the right what it receives. Read a client's column down:"
                                + " that is what its user saw. Each column has the same messages in the same order, except the"
                                + " client's own.");
    }

    private static String title(ModelResult result) {
        ChatResult chat = result.chat();
        int waiting = chat.room().members() - chat.room().entered();
        if (waiting > 0) {
            return "On " + result.model() + " " + (chat.room().entered() == 1 ? "one client is"
                    : Formats.spelled(chat.room().entered()) + " clients are") + " in the room; " + (waiting == 1
                            ? "the other one waits" : "the other " + Formats.spelled(waiting) + " wait")
                    + " until a client leaves";
        }
        return chat.failed() == 0 ? "Every client receives the messages of all others, in the same order"
                : "Deliveries fail: " + ChatText.failures(chat);
    }

    private static List<LegendEntry> keys(String model) {
        return List.of(new LegendEntry("sends", (g, at) -> arrow(g, at, true, model)),
                new LegendEntry("receives", (g, at) -> arrow(g, at, false, model)),
                new LegendEntry("connected, not yet in the room", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4,
                        at.getMaxY() + 2, true)),
                new LegendEntry("in the room", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4, at.getMaxY() + 2,
                        false)));
    }

    private static void arrow(Graphics2D g, Rectangle2D at, boolean sends, String model) {
        SequenceLines.arrow(g, at.getMinX(), at.getMaxX(), at.getCenterY(), sends ? LabTheme.INK : LabTheme.of(model));
    }
}
