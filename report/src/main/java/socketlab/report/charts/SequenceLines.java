package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.Sequence;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.results.files.TranscriptRow;

/** The lifelines of the server and of each client, and the arrows of messages between them. */
final class SequenceLines extends Annotation {
    private static final double SERVER = 100;
    private static final double HEAD = 7;
    private static final double TEXT = 10;
    private static final double LIFE = 3;

    private final Sequence sequence;

    SequenceLines(Sequence sequence) {
        super(false);
        this.sequence = sequence;
    }

    @Override
    public void paint(Graphics2D g) {
        heading(g, "server", sequence.model(), SERVER);
        bar(g, SERVER, LabTheme.of(sequence.model()));
        for (int member = 1; member <= sequence.members(); member++) {
            int port = sequence.port(member);
            heading(g, "client " + member, port > 0 ? ":" + port : "", x(member));
            double joined = sequence.y(member, TranscriptRow.Event.JOINED);
            double left = sequence.y(member, TranscriptRow.Event.LEFT);
            double entered = Math.min(left, sequence.y(member, TranscriptRow.Event.RECEIVED));
            life(g, x(member), joined, entered, true);
            life(g, x(member), entered, left, false);
        }
        sequence.rows().forEach(row -> paint(g, row));
    }

    private double x(int member) {
        return SERVER + (chart.getWidth() - SERVER - 2 * TEXT) * member / sequence.members();
    }

    private void heading(Graphics2D g, String name, String more, double x) {
        double at = Math.min(x, chart.getWidth() - TextOutline.width(name + "  " + more, LabTheme.SMALL) / 2 - TEXT);
        double width = TextOutline.width(name, LabTheme.STRONG) + TEXT / 2 + TextOutline.width(more, LabTheme.SMALL);
        TextOutline.draw(g, name, at - width / 2, 12, LabTheme.STRONG, LabTheme.INK);
        TextOutline.draw(g, more, at - width / 2 + TextOutline.width(name, LabTheme.STRONG) + TEXT / 2, 12, LabTheme.SMALL,
                LabTheme.SOFT);
    }

    private void bar(Graphics2D g, double x, Color color) {
        g.setColor(color);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(x, 20, x, sequence.height()));
    }

    /** A client's lifeline; dashed while it waits to enter. */
    static void life(Graphics2D g, double x, double from, double to, boolean waiting) {
        g.setColor(LabTheme.SOFT);
        g.setStroke(waiting ? LabTheme.DASHED : LabTheme.LINE);
        g.draw(new Line2D.Double(x, from, x, to));
    }

    private void paint(Graphics2D g, Sequence.Row row) {
        if (row.pauseMs() > 0) {
            TextOutline.draw(g, Formats.time(row.pauseMs()) + " later", 0, row.y() - LIFE * 6, LabTheme.SMALL, LabTheme.SOFT);
        }
        String time = Formats.format(row.atMs() < 1000 ? "%.2f" : "%.0f", row.atMs());
        TextOutline.draw(g, time, SERVER - 3 * TEXT - TextOutline.width(time, LabTheme.SMALL), row.y() + 4, LabTheme.SMALL,
                LabTheme.SOFT);
        row.lines().forEach(line -> paint(g, line, row.y()));
    }

    private void paint(Graphics2D g, TranscriptRow line, double y) {
        double x = x(line.member());
        double near = line.member() == 1 ? SERVER : x(line.member() - 1);
        String text = text(line);
        boolean received = line.event() == TranscriptRow.Event.RECEIVED;
        if (received) {
            arrow(g, SERVER, x - 2, y, LabTheme.of(sequence.model()));
        } else if (line.event() == TranscriptRow.Event.SENT) {
            arrow(g, x, SERVER + 2, y, LabTheme.INK);
        } else {
            TextOutline.draw(g, text, x - TEXT - TextOutline.width(text, LabTheme.SMALL), y + 2, LabTheme.SMALL, LabTheme.SOFT);
            return;
        }
        double room = x - near - 2 * TEXT - HEAD;
        String shorter = TextOutline.width(text, LabTheme.SMALL) > room ? text.replaceFirst(" users? online\\)$", ")") : text;
        String fitted = TextOutline.fitted(shorter, LabTheme.SMALL, room);
        TextOutline.draw(g, fitted, x - TEXT - HEAD - TextOutline.width(fitted, LabTheme.SMALL), y - 5, LabTheme.SMALL,
                LabTheme.INK);
    }

    /** The text without the filling of a message, and without the address that all clients share. */
    private static String text(TranscriptRow line) {
        return switch (line.event()) {
            case JOINED -> "connects";
            case LEFT -> "leaves";
            default -> line.text().replaceFirst(" x+$", "").replace("127.0.0.1:", ":").strip();
        };
    }

    static void arrow(Graphics2D g, double from, double to, double y, Color color) {
        double back = to > from ? -HEAD : HEAD;
        g.setColor(color);
        g.setStroke(LabTheme.THIN);
        g.draw(new Line2D.Double(from, y, to + back / 2, y));
        Path2D head = new Path2D.Double();
        head.moveTo(to, y);
        head.lineTo(to + back, y - HEAD / 2);
        head.lineTo(to + back, y + HEAD / 2);
        head.closePath();
        g.fill(head);
    }
}
