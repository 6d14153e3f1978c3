package socketlab.report.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketlab.report.analysis.LatencyDistribution;
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
import socketlab.results.ModelResult;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * Several runs of the same load on one page, each against the first.
 *
 * @param warnings other differences than those of the load, which would be an error
 */
public record Comparison(Path page, List<String> warnings, String headline) {

    /** One line of the table. */
    public record Row(String model, String run, List<String> cells, String verdict) {}

    /**
     * Writes the page.
     *
     * @param folders at least two; the first is the one that the others are compared with
     * @param paper whether to write a PDF beside it, too
     * @throws IllegalArgumentException where their loads differ or they have no model in common
     * @throws ResultsException when a file is missing or damaged, or the page cannot be written
     */
    public static Comparison draw(List<Path> folders, Path html, boolean paper) throws ResultsException {
        LabTheme.requireFont();
        List<ComparedRun> runs = ComparedRun.of(folders.stream().map(RunFiles::in).toList());
        refuse(runs);
        List<ModelDelta> deltas = ModelDelta.of(runs);
        String load = RunKind.of(runs.getFirst().run()).loadSentence();
        Comparison comparison = new Comparison(html, warnings(runs), ModelDelta.headline(deltas));
        return PageFiles.writing(html, () -> {
            List<RunChart> charts = new ArrayList<>(List.of(RatioChart.of(runs.getFirst(), deltas, load)));
            if (!ModelSeries.several(runs.getFirst().run())) {
                charts.add(OverlayChart.of(runs, deltas, load));
            }
            List<RenderedChart> rendered = RenderedChart.of(charts);
            Files.writeString(html, comparison.fill(runs, deltas, rendered, false));
            if (paper) {
                PdfWriter.write(comparison.fill(runs, deltas, rendered, true), PageFiles.beside(html, ".pdf"));
            }
            return comparison;
        });
    }

    private static void refuse(List<ComparedRun> runs) {
        ComparedRun first = runs.getFirst();
        for (ComparedRun other : runs.subList(1, runs.size())) {
            List<String> differences = RunDifferences.load(first.run(), other.run());
            if (!differences.isEmpty()) {
                throw new IllegalArgumentException(first.name() + " and " + other.name()
                        + " cannot be compared, their loads differ: " + String.join("; ", differences));
            }
        }
        if (ModelDelta.common(runs).isEmpty()) {
            throw new IllegalArgumentException("these runs have no model in common; run them with the same -m");
        }
    }

    private static List<String> warnings(List<ComparedRun> runs) {
        List<String> warnings = new ArrayList<>();
        ComparedRun first = runs.getFirst();
        for (ComparedRun other : runs) {
            String who = first.letter() + " and " + other.letter() + " ";
            RunDifferences.settings(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "have different settings: " + what));
            RunDifferences.machine(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "ran on different machines: " + what));
            if (other.run().incomplete()) {
                warnings.add(other.letter() + " was interrupted");
            }
            List<String> noisy = other.run().models().stream().filter(model -> model.inconclusive())
                    .map(ModelResult::model).distinct().toList();
            if (!noisy.isEmpty()) {
                warnings.add(other.letter() + " is inconclusive, the machine was too noisy: "
                        + Formats.some(noisy, "%s models"));
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
        values.put("runs", runs);
        values.put("rows", rows(runs, deltas));
        values.put("charts", charts.stream().map(chart -> Page.Shown.of(chart, paper)).toList());
        values.put("command", runs.stream().map(one -> PageFiles.quoted(one.run().folder()))
                .collect(Collectors.joining(" ", "./lab report ", "")));
        return Template.fill("compare.peb", values);
    }

    private static List<Row> rows(List<ComparedRun> runs, List<ModelDelta> deltas) {
        List<Row> rows = new ArrayList<>();
        for (String model : ModelDelta.common(runs)) {
            for (ComparedRun one : runs) {
                ModelDelta delta = deltas.stream().filter(any -> any.model().equals(model) && any.other() == one).findFirst()
                        .orElse(null);
                rows.add(row(model, one, delta));
            }
        }
        return rows;
    }

    private static Row row(String model, ComparedRun one, ModelDelta delta) {
        LatencyDistribution distribution = one.distributions().get(model);
        boolean compared = delta != null && delta.median() != null;
        return new Row(model, one.letter(), List.of(Formats.number(distribution.requests()),
                Formats.number(distribution.failed()), time(distribution.atMs(0.5)),
                compared ? delta.median().text() : "–", time(distribution.atMs(0.99)),
                compared ? delta.tail().text() : "–", Formats.rate(distribution.result().throughputPerS())),
                delta == null ? "the reference" : delta.verdict());
    }

    private static String time(double ms) {
        return Double.isNaN(ms) ? "–" : Formats.unbroken(Formats.time(ms));
    }
}
