package socketlab.lab.cli;

import java.util.regex.Pattern;

/** Colours for what a reader must not miss, where a stream is a terminal that has them. {@code NO_COLOR} turns them off. */
record TerminalColors(boolean wanted) {
    private static final String RED = "\033[31m";
    private static final String GREEN = "\033[32m";
    private static final String YELLOW = "\033[33m";
    private static final String OFF = "\033[0m";
    private static final Pattern GOOD = Pattern.compile("\\bas predicted\\b");
    private static final Pattern UNSURE = Pattern.compile("\\binconclusive\\b");

    /** For this stream; see <a href="https://no-color.org">no-color.org</a>. */
    static TerminalColors of(int stream) {
        String no = System.getenv("NO_COLOR");
        return new TerminalColors((no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && Terminal.is(stream));
    }

    String good(String text) {
        return colored(GREEN, text);
    }

    String warning(String text) {
        return colored(YELLOW, text);
    }

    String error(String text) {
        return colored(RED, text);
    }

    /** A table of results with its verdicts in colour; its columns stay where they are. */
    String verdicts(String table) {
        return UNSURE.matcher(GOOD.matcher(table).replaceAll(found -> good(found.group())))
                .replaceAll(found -> warning(found.group()));
    }

    private String colored(String color, String text) {
        return wanted ? color + text + OFF : text;
    }
}
