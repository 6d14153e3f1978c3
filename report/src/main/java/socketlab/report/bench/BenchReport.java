package socketlab.report.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import socketlab.report.Report;
import socketlab.report.draw.RenderedChart;
import socketlab.report.page.Page;
import socketlab.report.page.Template;
import socketlab.results.files.ResultsException;

/** Draws what JMH measured: a picture for each benchmark, and the page that holds them. */
public final class BenchReport {
    private BenchReport() {}

    /** A file of JMH's, or a folder of {@code lab bench}: what {@link #draw} takes. */
    public static boolean isOne(Path path) {
        return path.toString().endsWith(".json") || Files.isRegularFile(path.resolve("bench.json"));
    }

    /**
     * Draws {@code charts/} and the page beside the file, or to {@code html}.
     *
     * @param earlier what to compare with; null: nothing
     * @param html    null: {@code report.html} beside the file
     * @return the page
     * @throws ResultsException with one line when a file is missing or is not JMH's, or the page cannot be written
     */
    public static Path draw(Path results, Path earlier, Path html) throws ResultsException {
        BenchFile file = BenchFile.read(json(results));
        BenchFile before = earlier == null ? null : BenchFile.read(json(earlier));
        Path folder = Objects.requireNonNullElse(file.path().getParent(), Path.of(""));
        Path page = html == null ? folder.resolve("report.html") : html;
        Report.requireFont();
        try {
            List<RenderedChart> pictures = new ArrayList<>();
            for (String benchmark : BenchScore.benchmarks(file.scores())) {
                RenderedChart picture = RenderedChart.of("bench-" + benchmark.replaceAll("[^\\w.-]", "_"),
                        BenchChart.of(benchmark, BenchRow.of(file, before, benchmark), file));
                picture.save(folder.resolve("charts"));
                pictures.add(picture);
            }
            Files.writeString(page, page(file, before, pictures));
            return page;
        } catch (IOException e) {
            throw new ResultsException("cannot write the report " + page + ": " + ResultsException.reason(e), e);
        }
    }

    private static Path json(Path results) {
        return Files.isDirectory(results) ? results.resolve("bench.json") : results;
    }

    private static String page(BenchFile file, BenchFile before, List<RenderedChart> pictures) throws IOException {
        return Template.fill("bench.peb", Map.of("paper", false,
                "headline", before == null ? "What the parts cost" : "What changed, and what is noise",
                "machine", file.machine(), "file", file.path().toString(),
                "before", before == null ? "" : before.path().toString(),
                "charts", pictures.stream().map(picture -> new Page.Shown(picture.name(), picture.description(),
                        Page.source(picture, false), "")).toList()));
    }
}
