package socketlab.results.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import socketlab.results.Outcome;

/** One line of a CSV file that is being read. It knows its place, so that an error can name the damaged cell. */
record CsvCells(Path file, long line, List<String> columns, List<String> values) {
    private static final long LONGEST_US = 1_000_000_000_000L;
    private static final int LONGEST_SHOWN = 200;

    /** How a time is written: an empty cell where it was never reached (null would be no cell at all). */
    static Object time(long us) {
        return us == RequestRow.NEVER ? "" : us;
    }

    String text(String column) throws ResultsException {
        int at = columns.indexOf(column);
        if (at >= values.size()) {
            throw damaged(values.size() + " cells instead of " + columns.size() + ": " + shortened(values.toString()));
        }
        return values.get(at);
    }

    /** A number of something, or a port; -1 is a port that is not known. */
    int count(String column) throws ResultsException {
        long value = whole(column);
        if (value < -1 || value > Integer.MAX_VALUE) {
            throw wrong(column, "a count");
        }
        return (int) value;
    }

    /** A number of something that is drawn one by one. */
    int countUpTo(int most, String column) throws ResultsException {
        int count = count(column);
        if (count < 0 || count > most) {
            throw wrong(column, "a count up to " + most);
        }
        return count;
    }

    long whole(String column) throws ResultsException {
        return parsed(column, Long::parseLong, "a whole number");
    }

    long time(String column) throws ResultsException {
        long us = text(column).isEmpty() ? RequestRow.NEVER : whole(column);
        if (us != RequestRow.NEVER && Math.abs(us) > LONGEST_US) {
            throw wrong(column, "a time of less than 12 days");
        }
        return us;
    }

    double decimal(String column) throws ResultsException {
        double value = parsed(column, Double::parseDouble, "a number");
        if (!Double.isFinite(value)) {
            throw wrong(column, "a number");
        }
        return value;
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
        return damaged(column + " is \"" + shortened(text(column)) + "\", not " + wanted);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private ResultsException damaged(String what) {
        return new ResultsException(file + " line " + line + ": " + what + "; correct the line or repeat the run");
    }
}
