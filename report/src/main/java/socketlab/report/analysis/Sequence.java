package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.results.files.TranscriptRow;

/** The words of one small chat as rows of a picture: time runs down, not to scale, and a long silence is a gap. */
public record Sequence(String model, List<Row> rows, int members) {
    private static final double FIRST = 34;
    private static final double APART = 24;
    private static final double SILENCE = 26;
    private static final double LONG_US = 50_000;

    /**
     * What happened at one moment: one line, or what several heard of one thing.
     *
     * @param y from the top, in pixels
     * @param atMs since the first came
     * @param silenceMs before it, where that was long; else 0
     */
    public record Row(double y, double atMs, double silenceMs, List<TranscriptRow> lines) {
        TranscriptRow first() {
            return lines.getFirst();
        }
    }

    /** The lines of one model's round, in any order. */
    public static Sequence of(String model, List<TranscriptRow> lines) {
        List<TranscriptRow> inTime = lines.stream().sorted(Comparator.comparingLong(TranscriptRow::atUs)).toList();
        List<Row> rows = new ArrayList<>();
        double y = FIRST;
        long before = inTime.isEmpty() ? 0 : inTime.getFirst().atUs();
        for (TranscriptRow line : inTime) {
            if (!rows.isEmpty() && belongs(line, rows.getLast())) {
                rows.getLast().lines().add(line);
                continue;
            }
            double silence = line.atUs() - before > LONG_US ? (line.atUs() - before) / 1e3 : 0;
            y += silence > 0 ? SILENCE : 0;
            rows.add(new Row(y, (line.atUs() - inTime.getFirst().atUs()) / 1e3, silence,
                    new ArrayList<>(List.of(line))));
            before = line.atUs();
            y += APART;
        }
        return new Sequence(model, rows, lines.stream().mapToInt(TranscriptRow::member).max().orElse(0));
    }

    private static boolean belongs(TranscriptRow line, Row row) {
        return line.sameMessage(row.first()) && row.lines().stream().noneMatch(other -> other.member() == line.member());
    }

    public double height() {
        return (rows.isEmpty() ? FIRST : rows.getLast().y()) + APART;
    }

    /** Where the member comes, is first spoken to, and leaves; the end of the picture where it does not. */
    public double y(int member, TranscriptRow.Event event) {
        return rows.stream().filter(row -> row.lines().stream()
                .anyMatch(line -> line.member() == member && line.event() == event)).mapToDouble(Row::y).findFirst()
                .orElse(height());
    }

    public int port(int member) {
        return rows.stream().flatMap(row -> row.lines().stream()).filter(line -> line.member() == member)
                .mapToInt(TranscriptRow::port).max().orElse(0);
    }
}
