package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import socketlab.bench.Bench;
import socketlab.report.bench.BenchReport;

/** Runs the benchmarks and draws their report; one that is broken off leaves no folder behind. */
public final class BenchRun {
    private BenchRun() {}

    /**
     * Runs them, with their progress on stderr and their table on stdout; returns the report's page.
     *
     * @param quick   short iterations in one fork
     * @param results the folder in which the run's own folder is made
     */
    public static Path run(Bench bench, boolean quick, Path results) throws IOException {
        Path folder = ResultsFolder.fresh(results, "bench");
        Path json = folder.resolve("bench.json");
        try {
            bench.run(quick, json, System.err, System.out);
        } finally {
            if (!Files.exists(json) || Files.size(json) == 0) {
                Files.deleteIfExists(json);
                Files.deleteIfExists(folder);
            }
        }
        return BenchReport.draw(folder, null, null);
    }
}
