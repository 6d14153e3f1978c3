package socketlab.report.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.RenderedChart;
import socketlab.report.draw.RunChart;
import socketlab.report.kind.RunKind;
import socketlab.report.page.Page;
import socketlab.report.page.PageFiles;
import socketlab.report.page.PdfWriter;
import socketlab.report.page.Template;
import socketlab.report.text.Formats;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundRatio;

/**
 * Several runs on one page, each against the first. Where their loads differ they are compared all the same, with a warning.
 *
 * @param warnings how the runs differ, and what else casts doubt on the comparison
 * @param notes what the comparison can find; empty where nothing can be claimed
 */
public record Comparison(Path page, List<String> warnings, String headline, List<String> notes) {
    private static final String APART = "The rounds of the runs were not interleaved: the machine may have changed in between.";

    /** One line of the table. */
    public record Row(String model, String run, List<String> cells, String verdict) {}

    /**
     * Writes the page.
     *
     * @param folders at least two; the first is the one that the others are compared with
     * @param paper whether to write a PDF beside it, too
     * @throws IllegalArgumentException where one is a chat and another is not, or nothing was measured at the same step
     * @throws ResultsException when a file is missing or damaged, or the page cannot be written
     */
    public static Comparison draw(List<Path> folders, Path html, boolean paper) throws ResultsException {
        LabTheme.requireFont();
        List<ComparedRun> runs = ComparedRun.of(folders.stream().map(RunFiles::in).toList());
        List<ModelDelta> deltas = ModelDelta.of(runs);
        refuse(runs, deltas);
        String load = RunKind.of(runs.getFirst().run()).loadSentence();
        Comparison comparison = new Comparison(html, warnings(runs), ModelDelta.headline(deltas), notes(deltas));
        return PageFiles.writing(html, () -> {
            List<RunChart> charts = new ArrayList<>(RatioChart.of(runs.getFirst(), deltas, load));
            if (!ModelSeries.several(runs.getFirst().run())) {
                charts.add(OverlayChart.of(runs, deltas, load));
            }
            List<RenderedChart> rendered = RenderedChart.of(charts);
            AtomicFile.at(html).write(comparison.fill(runs, deltas, rendered, false));
            if (paper) {
                PdfWriter.write(comparison.fill(runs, deltas, rendered, true), AtomicFile.at(PageFiles.beside(html, ".pdf")));
            }
            return comparison;
        });
    }

    private static void refuse(List<ComparedRun> runs, List<ModelDelta> deltas) {
        ComparedRun first = runs.getFirst();
        for (ComparedRun other : runs.subList(1, runs.size())) {
            if (chat(first) != chat(other)) {
                throw new IllegalArgumentException((chat(first) ? first : other).name() + " is a chat and "
                        + (chat(first) ? other : first).name() + " is not: deliveries cannot be compared with requests");
            }
            if (deltas.stream().noneMatch(delta -> delta.other() == other)) {
                throw new IllegalArgumentException(first.name() + " and " + other.name()
                        + " have no step in common; run them with the same --sweep or --idle");
            }
        }
    }

    private static boolean chat(ComparedRun one) {
        return one.run().models().stream().anyMatch(model -> model.chat() != null);
    }

    private static List<String> notes(List<ModelDelta> deltas) {
        String power = ModelDelta.power(deltas);
        return power.isEmpty() ? List.of("One run each: no claim about differences. Repeat both runs with --repeat 7.")
                : List.of(power, APART);
    }

    private static List<String> warnings(List<ComparedRun> runs) {
        List<String> warnings = new ArrayList<>();
        ComparedRun first = runs.getFirst();
        for (ComparedRun other : runs) {
            String who = first.letter() + " and " + other.letter() + " ";
            RunDifferences.load(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "have different loads: " + what));
            RunDifferences.settings(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "have different settings: " + what));
            RunDifferences.machine(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "ran on different machines: " + what));
            if (other.run().incomplete()) {
                warnings.add(other.letter() + " was interrupted");
            }
        }
        return warnings;
    }

    private String fill(List<ComparedRun> runs, List<ModelDelta> deltas, List<RenderedChart> charts, boolean paper)
            throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("paper", paper);
        values.put("headline", Formats.unbroken(headline));
        values.put("load", RunKind.of(runs.getFirst().run()).loadSentence());
        values.put("warnings", warnings);
        values.put("notes", notes);
        values.put("runs", runs);
        values.put("rows", rows(runs, deltas));
        values.put("charts", charts.stream().map(chart -> Page.Shown.of(chart, paper)).toList());
        values.put("command", runs.stream().map(one -> PageFiles.quoted(one.run().folder()))
                .collect(Collectors.joining(" ", "./lab report ", "")));
        return Template.fill("compare.peb", values);
    }

    private static List<Row> rows(List<ComparedRun> runs, List<ModelDelta> deltas) {
        List<Row> rows = new ArrayList<>();
        for (String model : deltas.stream().map(ModelDelta::model).distinct().toList()) {
            rows.add(row(model, runs.getFirst(), null));
            deltas.stream().filter(delta -> delta.model().equals(model))
                    .forEach(delta -> rows.add(row(delta.otherModel(), delta.other(), delta)));
        }
        return rows;
    }

    private static Row row(String model, ComparedRun one, ModelDelta delta) {
        LatencyDistribution distribution = one.distributions().get(model);
        double cpuMs = Matrix.cpuMsEach(distribution.result());
        return new Row(model, one.letter(), List.of(Formats.number(distribution.result().rounds()),
                Formats.number(distribution.requests()), Formats.number(distribution.failed()),
                time(distribution.atMs(0.5)) + ratio(delta, RoundFigure.P50),
                time(distribution.atMs(0.99)) + ratio(delta, RoundFigure.P99),
                time(distribution.atMs(1)) + ratio(delta, RoundFigure.MAX),
                Formats.rate(distribution.result().throughputPerS()) + ratio(delta, RoundFigure.THROUGHPUT),
                time(cpuMs) + ratio(delta, RoundFigure.CPU)), delta == null ? "the reference" : delta.verdict());
    }

    private static String ratio(ModelDelta delta, RoundFigure figure) {
        return delta == null || !delta.ratios().containsKey(figure) ? "" : " · " + text(delta.ratios().get(figure));
    }

    /** {@code 1.20 (1.15 to 1.26)}. */
    static String text(RoundRatio ratio) {
        return Formats.format("%.2f (%.2f to %.2f)", ratio.value(), ratio.low(), ratio.high());
    }

    private static String time(double ms) {
        return Double.isNaN(ms) ? "–" : Formats.unbroken(Formats.time(ms));
    }
}
