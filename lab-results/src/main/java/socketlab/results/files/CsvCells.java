package socketlab.results.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import socketlab.results.Outcome;

/** One line of a table on its way in, which knows where it stands so that a damaged cell can be named. */
record CsvCells(Path file, long line, List<String> columns, String[] values) {

    /** How a moment is written: an empty cell where it was never reached. Null would be no cell at all. */
    static Object moment(long us) {
        return us == RequestRow.NEVER ? "" : us;
    }

    String text(String column) throws ResultsException {
        int at = columns.indexOf(column);
        if (at >= values.length) {
            throw damaged(values.length + " cells where " + columns.size() + " are wanted: " + Arrays.toString(values));
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
        try {
            return Long.parseLong(text(column));
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number");
        }
    }

    long moment(String column) throws ResultsException {
        return text(column).isEmpty() ? RequestRow.NEVER : whole(column);
    }

    double decimal(String column) throws ResultsException {
        try {
            return Double.parseDouble(text(column));
        } catch (NumberFormatException e) {
            throw wrong(column, "a number");
        }
    }

    Outcome outcome(String column) throws ResultsException {
        try {
            return Outcome.of(text(column));
        } catch (IllegalArgumentException e) {
            throw wrong(column, "one of ok, refused, reset, timeout, lost, wrong, aborted");
        }
    }

    private ResultsException wrong(String column, String wanted) throws ResultsException {
        return damaged(column + " is \"" + text(column) + "\", not " + wanted);
    }

    private ResultsException damaged(String what) {
        return new ResultsException(file + " line " + line + ": " + what + "; mend the line or repeat the run");
    }
}
