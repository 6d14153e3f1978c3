package socketlab.results.files;

import java.util.List;

/**
 * A line that a program printed, and when: {@code WHO: WHAT}, or one that nobody in particular says. What ends in
 * {@code " ..."} goes on until the same one's next line; all else is a moment.
 *
 * @param us microseconds since the program's first line
 */
public record OutputLine(long us, String line) {
    private static final String WHO_ENDS = ": ";
    private static final String GOES_ON = " ...";
    static final List<String> COLUMNS = List.of("said_us", "line");

    /** Empty where nobody in particular says it. */
    public String who() {
        return line.contains(WHO_ENDS) ? line.substring(0, line.indexOf(WHO_ENDS)) : "";
    }

    public String what() {
        return line.substring(who().isEmpty() ? 0 : who().length() + WHO_ENDS.length());
    }

    public boolean goesOn() {
        return line.endsWith(GOES_ON);
    }

    public boolean isWaiting() {
        return what().startsWith("waits");
    }

    /** Without the dots. */
    public String label() {
        return goesOn() ? what().substring(0, what().length() - GOES_ON.length()) : what();
    }

    Object[] cells() {
        return new Object[] {us, line};
    }
}
