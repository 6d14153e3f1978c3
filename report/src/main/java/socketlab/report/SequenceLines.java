package socketlab.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A line of life for the server and for each client, and arrows between them: to the server what is said, back what is heard. */
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
        bar(g, SERVER, Look.of(sequence.model()));
        for (int member = 1; member <= sequence.members(); member++) {
            int port = sequence.port(member);
            heading(g, "client " + member, port > 0 ? "port " + port : "", x(member));
            double came = sequence.y(member, TranscriptRow.CAME);
            double left = sequence.y(member, TranscriptRow.LEFT);
            double heard = Math.min(left, sequence.y(member, TranscriptRow.HEARD));
            life(g, x(member), came, heard, true);
            life(g, x(member), heard, left, false);
        }
        sequence.rows().forEach(row -> paint(g, row));
    }

    private double x(int member) {
        return SERVER + (chart.getWidth() - SERVER - 2 * TEXT) * member / sequence.members();
    }

    private void heading(Graphics2D g, String name, String more, double x) {
        double at = Math.min(x, chart.getWidth() - Lettering.width(name + "  " + more, Look.SMALL) / 2 - TEXT);
        double width = Lettering.width(name, Look.STRONG) + TEXT / 2 + Lettering.width(more, Look.SMALL);
        Lettering.draw(g, name, at - width / 2, 12, Look.STRONG, Look.INK);
        Lettering.draw(g, more, at - width / 2 + Lettering.width(name, Look.STRONG) + TEXT / 2, 12, Look.SMALL, Look.SOFT);
    }

    private void bar(Graphics2D g, double x, Color color) {
        g.setColor(color);
        g.setStroke(Look.LINE);
        g.draw(new Line2D.Double(x, 20, x, sequence.height()));
    }

    /** Of a client; thin and broken while it waits. */
    static void life(Graphics2D g, double x, double from, double to, boolean waiting) {
        g.setColor(Look.SOFT);
        g.setStroke(waiting ? Look.DASHED : Look.LINE);
        g.draw(new Line2D.Double(x, from, x, to));
    }

    private void paint(Graphics2D g, Sequence.Row row) {
        if (row.silenceMs() > 0) {
            Lettering.draw(g, Words.time(row.silenceMs()) + " pass", 0, row.y() - LIFE * 6, Look.SMALL, Look.SOFT);
        }
        String time = Words.format(row.atMs() < 1000 ? "%.2f" : "%.0f", row.atMs());
        Lettering.draw(g, time, SERVER - 3 * TEXT - Lettering.width(time, Look.SMALL), row.y() + 4, Look.SMALL, Look.SOFT);
        row.lines().forEach(line -> paint(g, line, row.y()));
    }

    private void paint(Graphics2D g, TranscriptRow line, double y) {
        double x = x(line.member());
        double near = line.member() == 1 ? SERVER : x(line.member() - 1);
        String text = shown(line);
        boolean heard = line.is(TranscriptRow.HEARD);
        if (heard) {
            arrow(g, SERVER, x - 2, y, Look.of(sequence.model()));
        } else if (line.is(TranscriptRow.SAID)) {
            arrow(g, x, SERVER + 2, y, Look.INK);
        } else {
            Lettering.draw(g, text, x - TEXT - Lettering.width(text, Look.SMALL), y + 2, Look.SMALL, Look.SOFT);
            return;
        }
        double room = x - near - 2 * TEXT - HEAD;
        String shorter = Lettering.width(text, Look.SMALL) > room ? text.replaceFirst(" users? online\\)$", ")") : text;
        String fitted = Lettering.fitted(shorter, Look.SMALL, room);
        Lettering.draw(g, fitted, x - TEXT - HEAD - Lettering.width(fitted, Look.SMALL), y - 5, Look.SMALL, Look.INK);
    }

    /** Without what fills a message up, and without the one address that all of them have. */
    private static String shown(TranscriptRow line) {
        return switch (line.deed()) {
            case TranscriptRow.CAME -> "calls";
            case TranscriptRow.LEFT -> "leaves";
            default -> line.text().replaceFirst(" x+$", "").replace("127.0.0.1:", ":").strip();
        };
    }

    static void arrow(Graphics2D g, double from, double to, double y, Color color) {
        double back = to > from ? -HEAD : HEAD;
        g.setColor(color);
        g.setStroke(Look.THIN);
        g.draw(new Line2D.Double(from, y, to + back / 2, y));
        Path2D head = new Path2D.Double();
        head.moveTo(to, y);
        head.lineTo(to + back, y - HEAD / 2);
        head.lineTo(to + back, y + HEAD / 2);
        head.closePath();
        g.fill(head);
    }
}
