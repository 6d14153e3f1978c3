package socketlab.report.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

/** Draws the results of {@code lab bench}, JMH's or those of {@code --reference}: a chart per benchmark or group, and a page with all. */
public final class BenchReport {
    private static final String JMH_FILE = "bench.json";

    private BenchReport() {}

    /** Whether {@link #draw} takes it: a JSON file of JMH or of {@code --reference}, or a folder of {@code lab bench}. */
    public static boolean isOne(Path path) {
        return path.toString().endsWith(".json") || Files.isRegularFile(path.resolve(JMH_FILE)) || ReferenceResults.isOne(path);
    }

    /**
     * Draws {@code charts/} and the page beside the file, or to {@code html}.
     *
     * @param earlier what to compare with; null: nothing
     * @param html    null: {@code report.html} beside the file
     * @return the page
     * @throws ResultsException when a file is missing or is not one of these, the page cannot be written, or there is no font
     */
    public static Path draw(Path results, Path earlier, Path html) throws ResultsException {
        if (ReferenceResults.isOne(results)) {
            if (earlier != null) {
                throw new ResultsException(
                        "two runs of --reference are not compared: each compares programs within its own rounds;"
                                + " draw them one by one");
            }
            Path file = json(results, ReferenceResults.FILE);
            ReferenceResults reference = ReferenceResults.read(file);
            return draw(file, html, reference.groups().stream().map(group -> ReferenceChart.of(group, reference.machine()))
                    .toList(),
                    Map.of("headline", "Beside bare code and other servers", "machine", reference.machine(), "before", ""));
        }
        BenchFile file = BenchFile.read(json(results, JMH_FILE));
        BenchFile before = earlier == null ? null : BenchFile.read(json(earlier, JMH_FILE));
        return draw(file.path(), html, BenchScore.benchmarks(file.scores()).stream()
                .map(benchmark -> BenchChart.of(benchmark, BenchRow.of(file, before, benchmark), file)).toList(),
                Map.of("headline", before == null ? "Benchmarks" : "Benchmarks compared", "machine", file.machine(),
                        "before", before == null ? "" : before.path().toString()));
    }

    private static Path json(Path results, String name) {
        return Files.isDirectory(results) ? results.resolve(name) : results;
    }

    private static Path draw(Path file, Path html, List<RunChart> charts, Map<String, Object> texts) throws ResultsException {
        Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
        Path page = html == null ? folder.resolve("report.html") : html;
        LabTheme.requireFont();
        return PageFiles.writing(page, () -> {
            List<RenderedChart> rendered = RenderedChart.of(charts);
            for (RenderedChart chart : rendered) {
                chart.save(folder.resolve("charts"));
            }
            Map<String, Object> values = new HashMap<>(texts);
            values.put("paper", false);
            values.put("file", file.toString());
            values.put("charts", rendered.stream().map(chart -> Page.Shown.of(chart, false)).toList());
            return AtomicFile.at(page).write(Template.fill("bench.peb", values));
        });
    }
}
