package socketlab.results.files;

import java.util.List;

/**
 * A line that a program printed, a line of {@code lines.csv}: {@code WHO: WHAT}, or a line without a name. A line that
 * ends in {@code " ..."} lasts until the next line of the same name.
 *
 * @param atUs microseconds since the program's first line
 */
public record OutputLine(long atUs, String line) {
    private static final String WHO_ENDS = ": ";
    private static final String LASTS = " ...";
    static final List<String> COLUMNS = List.of("at_us", "line");

    /** The name before the colon, such as a thread's; empty where there is none. */
    public String who() {
        return line.contains(WHO_ENDS) ? line.substring(0, line.indexOf(WHO_ENDS)) : "";
    }

    /** The line without the name. */
    public String what() {
        return line.substring(who().isEmpty() ? 0 : who().length() + WHO_ENDS.length());
    }

    /** Whether it lasts until the next line of the same name. */
    public boolean lasts() {
        return line.endsWith(LASTS);
    }

    /** Whether the program says that it waits. */
    public boolean saysWaiting() {
        return what().startsWith("waits");
    }

    /** The line without the name and without the dots. */
    public String label() {
        return lasts() ? what().substring(0, what().length() - LASTS.length()) : what();
    }

    Object[] cells() {
        return new Object[] {atUs, line};
    }
}
