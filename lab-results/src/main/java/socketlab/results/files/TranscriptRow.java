package socketlab.results.files;

import java.util.List;

/**
 * What one member of a small chat did, a line of {@code transcript.csv}.
 *
 * @param atUs in microseconds since the run began; of what a member hears together, all lines have the same
 * @param member which of them, from 1
 * @param deed {@code came}, {@code said}, {@code heard} or {@code left}
 * @param text empty for who comes or leaves
 */
public record TranscriptRow(String model, int round, long atUs, int member, int port, String deed, String text) {
    static final List<String> COLUMNS = List.of("model", "round", "at_us", "member", "port", "deed", "text");

    public static final String CAME = "came";
    public static final String SAID = "said";
    public static final String HEARD = "heard";
    public static final String LEFT = "left";

    Object[] cells() {
        return new Object[] {model, round, atUs, member, port, deed, text};
    }

    static TranscriptRow from(CsvCells cells) throws ResultsException {
        return new TranscriptRow(cells.text("model"), cells.count("round"), cells.whole("at_us"), cells.count("member"),
                cells.count("port"), cells.text("deed"), cells.text("text"));
    }

    public boolean is(String what) {
        return deed.equals(what);
    }

    /** What several hear of one thing is one moment in the picture. */
    public boolean sameAs(TranscriptRow other) {
        return is(HEARD) && other.is(HEARD) && text.equals(other.text);
    }
}
