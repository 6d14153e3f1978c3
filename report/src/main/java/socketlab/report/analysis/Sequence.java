package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.results.files.TranscriptRow;

/** The events of one small chat as rows of a sequence diagram: time runs down, not to scale; a long pause is a gap. */
public record Sequence(String model, List<Row> rows, int members) {
    private static final double FIRST = 34;
    private static final double APART = 24;
    private static final double PAUSE = 26;
    private static final double LONG_US = 50_000;

    /**
     * The events of one moment: one event, or one message that several members receive.
     *
     * @param y pixels from the top
     * @param atMs since the first member joined
     * @param pauseMs the pause before it where that was long; else 0
     */
    public record Row(double y, double atMs, double pauseMs, List<TranscriptRow> lines) {
        TranscriptRow first() {
            return lines.getFirst();
        }
    }

    /**
     * The diagram of one round of a model.
     *
     * @param lines of this round, in any order; may be empty
     */
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
            double pause = line.atUs() - before > LONG_US ? (line.atUs() - before) / 1e3 : 0;
            y += pause > 0 ? PAUSE : 0;
            rows.add(new Row(y, (line.atUs() - inTime.getFirst().atUs()) / 1e3, pause,
                    new ArrayList<>(List.of(line))));
            before = line.atUs();
            y += APART;
        }
        return new Sequence(model, rows, lines.stream().mapToInt(TranscriptRow::member).max().orElse(0));
    }

    private static boolean belongs(TranscriptRow line, Row row) {
        return line.sameMessage(row.first()) && row.lines().stream().noneMatch(other -> other.member() == line.member());
    }

    /** Pixels from the top to the end. */
    public double height() {
        return (rows.isEmpty() ? FIRST : rows.getLast().y()) + APART;
    }

    /** Where the member has its first event of this kind; the end of the diagram where it has none. */
    public double y(int member, TranscriptRow.Event event) {
        return rows.stream().filter(row -> row.lines().stream()
                .anyMatch(line -> line.member() == member && line.event() == event)).mapToDouble(Row::y).findFirst()
                .orElse(height());
    }

    /** The member's port; 0 where it is unknown. */
    public int port(int member) {
        return rows.stream().flatMap(row -> row.lines().stream()).filter(line -> line.member() == member)
                .mapToInt(TranscriptRow::port).max().orElse(0);
    }
}
