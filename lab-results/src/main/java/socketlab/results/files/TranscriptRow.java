package socketlab.results.files;

import java.util.List;
import java.util.Locale;

/**
 * One event of one member in a small chat: a line of {@code transcript.csv}.
 *
 * @param atUs microseconds since the load of this model and round began, negative before that (joining); lines that a member receives in one read have the same time
 * @param member which one, from 1
 * @param text empty for who joins or leaves
 */
public record TranscriptRow(String model, int round, long atUs, int member, int port, Event event, String text) {
    private static final int MOST_MEMBERS = 100;
    static final List<String> COLUMNS = List.of("model", "round", "at_us", "member", "port", "event", "text");

    /** What a member does, or what happens to it. */
    public enum Event {
        JOINED, SENT, RECEIVED, LEFT;

        /** The word used in the file: lower case. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Object[] cells() {
        return new Object[] {model, round, atUs, member, port, event.text(), text};
    }

    static TranscriptRow from(CsvCells cells) throws ResultsException {
        return new TranscriptRow(cells.text("model"), cells.count("round"), cells.time("at_us"), cells.countUpTo(MOST_MEMBERS,
                "member"),
                cells.count("port"), cells.event("event"), cells.text("text"));
    }

    /** Whether two members received the same line: one message, which a chart shows as one moment. */
    public boolean sameMessage(TranscriptRow other) {
        return event == Event.RECEIVED && other.event == Event.RECEIVED && text.equals(other.text);
    }
}
