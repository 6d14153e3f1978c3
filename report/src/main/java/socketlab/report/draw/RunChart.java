package socketlab.report.draw;

/**
 * A chart with the text that explains how to read it.
 *
 * @param name the file's name without ending, such as {@code timeline}
 * @param caption how to read the chart; empty where it needs none
 */
public record RunChart(String name, Figure figure, String caption) {
    private static final String READING = "How to read it: ";

    /** A chart whose caption explains how to read it. */
    public static RunChart of(String name, Figure figure, String reading) {
        return new RunChart(name, figure, READING + reading);
    }

    /** What the chart shows or finds, in one sentence. */
    public String title() {
        return figure.title();
    }
}
