package socketlab.results.files;

import java.util.List;

/**
 * One sample of a server's process during the load: a line of {@code resources.csv}.
 *
 * @param atUs in microseconds since the load of this model and round began, negative before that
 * @param cpuMs CPU time since the process began, in milliseconds: a counter, so only its differences mean anything
 */
public record ResourceRow(String model, int round, long atUs, int threads, long rssBytes, double cpuMs) {

    static final List<String> COLUMNS = List.of("model", "round", "at_us", "threads", "rss_bytes", "cpu_ms");

    /** The same sample with a clock that began so many microseconds later. */
    public ResourceRow since(long beganUs) {
        return new ResourceRow(model, round, atUs - beganUs, threads, rssBytes, cpuMs);
    }

    Object[] cells() {
        return new Object[] {model, round, atUs, threads, rssBytes, cpuMs};
    }

    static ResourceRow from(CsvCells cells) throws ResultsException {
        return new ResourceRow(cells.text("model"), cells.count("round"), cells.time("at_us"),
                cells.count("threads"), cells.whole("rss_bytes"), cells.decimal("cpu_ms"));
    }
}
