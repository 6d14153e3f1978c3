package socketlab.results.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import socketlab.results.Outcome;

/** One line of a CSV file that is being read. It knows its place, so that an error can name the damaged cell. */
record CsvCells(Path file, long line, List<String> columns, String[] values) {

    /** How a time is written: an empty cell where it was never reached (null would be no cell at all). */
    static Object time(long us) {
        return us == RequestRow.NEVER ? "" : us;
    }

    String text(String column) throws ResultsException {
        int at = columns.indexOf(column);
        if (at >= values.length) {
            throw damaged(values.length + " cells instead of " + columns.size() + ": " + Arrays.toString(values));
        }
        return values[at] == null ? "" : values[at];
    }

    int count(String column) throws ResultsException {
        long value = whole(column);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw wrong(column, "a count");
        }
        return (int) value;
    }

    long whole(String column) throws ResultsException {
        return parsed(column, Long::parseLong, "a whole number");
    }

    long time(String column) throws ResultsException {
        return text(column).isEmpty() ? RequestRow.NEVER : whole(column);
    }

    double decimal(String column) throws ResultsException {
        return parsed(column, Double::parseDouble, "a number");
    }

    private <T> T parsed(String column, Function<String, T> parser, String wanted) throws ResultsException {
        try {
            return parser.apply(text(column));
        } catch (NumberFormatException e) {
            throw wrong(column, wanted);
        }
    }

    Outcome outcome(String column) throws ResultsException {
        return oneOf(column, Outcome.values(), Outcome::text);
    }

    TranscriptRow.Event event(String column) throws ResultsException {
        return oneOf(column, TranscriptRow.Event.values(), TranscriptRow.Event::text);
    }

    private <E> E oneOf(String column, E[] values, Function<E, String> word) throws ResultsException {
        for (E value : values) {
            if (word.apply(value).equals(text(column))) {
                return value;
            }
        }
        throw wrong(column, "one of " + Arrays.stream(values).map(word).collect(Collectors.joining(", ")));
    }

    private ResultsException wrong(String column, String wanted) throws ResultsException {
        return damaged(column + " is \"" + text(column) + "\", not " + wanted);
    }

    private ResultsException damaged(String what) {
        return new ResultsException(file + " line " + line + ": " + what + "; correct the line or repeat the run");
    }
}
