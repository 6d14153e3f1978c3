package socketlab.report.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.RenderedChart;
import socketlab.report.draw.RunChart;
import socketlab.report.page.Page;
import socketlab.report.page.PageFiles;
import socketlab.report.page.Template;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.ResultsException;

/** Draws the results of JMH: a chart per benchmark, and a page with all of them. */
public final class BenchReport {
    private BenchReport() {}

    /** Whether {@link #draw} takes it: a JSON file of JMH, or a folder of {@code lab bench}. */
    public static boolean isOne(Path path) {
        return path.toString().endsWith(".json") || Files.isRegularFile(path.resolve("bench.json"));
    }

    /**
     * Draws {@code charts/} and the page beside the file, or to {@code html}.
     *
     * @param earlier what to compare with; null: nothing
     * @param html    null: {@code report.html} beside the file
     * @return the page
     * @throws ResultsException when a file is missing or is not JMH's, the page cannot be written, or there is no font
     */
    public static Path draw(Path results, Path earlier, Path html) throws ResultsException {
        BenchFile file = BenchFile.read(json(results));
        BenchFile before = earlier == null ? null : BenchFile.read(json(earlier));
        Path folder = Objects.requireNonNullElse(file.path().getParent(), Path.of(""));
        Path page = html == null ? folder.resolve("report.html") : html;
        LabTheme.requireFont();
        return PageFiles.writing(page, () -> {
            List<RunChart> charts = BenchScore.benchmarks(file.scores()).stream()
                    .map(benchmark -> BenchChart.of(benchmark, BenchRow.of(file, before, benchmark), file)).toList();
            List<RenderedChart> rendered = RenderedChart.of(charts);
            for (RenderedChart chart : rendered) {
                chart.save(folder.resolve("charts"));
            }
            return AtomicFile.at(page).write(page(file, before, rendered));
        });
    }

    private static Path json(Path results) {
        return Files.isDirectory(results) ? results.resolve("bench.json") : results;
    }

    private static String page(BenchFile file, BenchFile before, List<RenderedChart> charts) throws IOException {
        return Template.fill("bench.peb", Map.of("paper", false,
                "headline", before == null ? "Benchmarks" : "Benchmarks compared",
                "machine", file.machine(), "file", file.path().toString(),
                "before", before == null ? "" : before.path().toString(),
                "charts", charts.stream().map(chart -> Page.Shown.of(chart, false)).toList()));
    }
}
