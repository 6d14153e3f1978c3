package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The picture of one small chat: who said what to whom, and when. */
final class SequenceChart {
    private static final int WIDTH = Look.WIDTH - 2 * Look.MARGIN;

    private SequenceChart() {}

    static Figure of(Run run, ModelResult result, List<TranscriptRow> lines) {
        Sequence sequence = Sequence.of(result.model(), lines);
        int height = (int) Math.ceil(sequence.height());
        XYChart plot = Look.plot(WIDTH, height, "", "");
        plot.getStyler().setXAxisTicksVisible(false).setYAxisTicksVisible(false).setXAxisTitleVisible(false)
                .setYAxisTitleVisible(false).setPlotGridLinesVisible(false);
        Look.axes(plot, 0, WIDTH, height);
        plot.addAnnotation(new SequenceLines(sequence));
        return new Figure(title(result), "Who said what to whom, and when: " + Words.count(sequence.members(), "client")
                + ", one chat on " + result.model() + ". Times are milliseconds since the first client called.",
                keys(result.model()), List.of(new Panel(plot, 0, 0, 0, 0)), notes(), TimelineText.stamp(run));
    }

    private static String title(ModelResult result) {
        ChatResult chat = result.chat();
        if (chat.entered() < chat.members()) {
            return "On " + result.model() + " " + (chat.entered() == 1 ? "one client is" : Words.spelled(chat.entered())
                    + " clients are") + " in the room, and " + (chat.members() - chat.entered() == 1 ? "the other waits"
                    : "the other " + Words.spelled(chat.members() - chat.entered()) + " wait") + " until somebody leaves";
        }
        return chat.failed() == 0 ? "Everybody hears everybody else, and all in the same order"
                : "Not everything arrives as it should: " + chat.failures();
    }

    private static List<Key> keys(String model) {
        return List.of(new Key("says", (g, at) -> arrow(g, at, true, model)),
                new Key("is told", (g, at) -> arrow(g, at, false, model)),
                new Key("connected, but not let in yet", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4,
                        at.getMaxY() + 2, true)),
                new Key("in the room", (g, at) -> SequenceLines.life(g, at.getCenterX(), at.getY() - 4, at.getMaxY() + 2,
                        false)));
    }

    private static void arrow(Graphics2D g, Rectangle2D at, boolean says, String model) {
        SequenceLines.arrow(g, at.getMinX(), at.getMaxX(), at.getCenterY(), says ? Look.INK : Look.of(model));
    }

    private static List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Time runs down, not to scale: a row is a moment, a gap a long silence. What several clients hear of one"
                + " thing, one right after the other, is one row. Where room is short, (3) stands for (3 users online).");
        return notes;
    }
}
