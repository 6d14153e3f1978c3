package socketlab.report.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketlab.report.Report;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.ChartCaptions;
import socketlab.report.page.Page;
import socketlab.report.page.PdfWriter;
import socketlab.report.page.Template;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * Several runs of the same load on one page, each against the first.
 *
 * @param warnings in what else than the load they differ
 */
public record Comparison(Path page, List<String> warnings, String headline) {

    /** One line of the table. */
    public record Row(String model, String run, String asked, String failed, String median, String ratio, String tail,
                      String tailRatio, String throughput, String verdict) {}

    /**
     * Writes the page.
     *
     * @param paper whether to write the same as a PDF beside it
     * @throws IllegalArgumentException where their loads differ or they have no model in common
     * @throws ResultsException when a file is missing or damaged, or the page cannot be written
     */
    public static Comparison draw(List<Path> folders, Path html, boolean paper) throws ResultsException {
        Report.requireFont();
        List<ComparedRun> contenders = ComparedRun.of(folders.stream().map(RunFiles::in).toList());
        refuse(contenders);
        List<ModelDelta> duels = ModelDelta.of(contenders);
        Comparison comparison = new Comparison(html, warnings(contenders), ModelDelta.headline(duels));
        try {
            List<RenderedChart> pictures = new ArrayList<>(List.of(RenderedChart.of("ratios", RatioChart.of(contenders, duels))));
            if (!ModelSeries.several(contenders.getFirst().run())) {
                pictures.add(RenderedChart.of("overlay", OverlayChart.of(contenders, duels)));
            }
            Files.writeString(html, comparison.fill(contenders, duels, pictures, false));
            if (paper) {
                PdfWriter.write(comparison.fill(contenders, duels, pictures, true), Report.beside(html, ".pdf"));
            }
            return comparison;
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot write " + html + ": " + ResultsException.reason(e), e);
        }
    }

    private static void refuse(List<ComparedRun> contenders) {
        ComparedRun first = contenders.getFirst();
        for (ComparedRun other : contenders.subList(1, contenders.size())) {
            List<String> differences = RunDifferences.load(first.run(), other.run());
            if (!differences.isEmpty()) {
                throw new IllegalArgumentException(first.name() + " and " + other.name()
                        + " cannot be compared, their loads differ: " + String.join("; ", differences));
            }
        }
        if (ModelDelta.common(contenders).isEmpty()) {
            throw new IllegalArgumentException("these runs have no model in common; run them with the same -m");
        }
    }

    private static List<String> warnings(List<ComparedRun> contenders) {
        List<String> warnings = new ArrayList<>();
        ComparedRun first = contenders.getFirst();
        for (ComparedRun other : contenders) {
            String who = first.letter() + " and " + other.letter() + " ";
            RunDifferences.settings(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "were set differently: " + what));
            RunDifferences.machine(first.run(), other.run())
                    .forEach(what -> warnings.add(who + "ran on different machines: " + what));
            if (other.run().incomplete()) {
                warnings.add(other.letter() + " was interrupted");
            }
            List<String> noisy = other.run().models().stream().filter(model -> model.inconclusive())
                    .map(ModelResult::model).distinct().toList();
            if (!noisy.isEmpty()) {
                warnings.add("in " + other.letter() + " the machine was too noisy to judge "
                        + Formats.some(noisy, "%s models"));
            }
        }
        return warnings;
    }

    private String fill(List<ComparedRun> contenders, List<ModelDelta> duels, List<RenderedChart> pictures, boolean paper)
            throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("paper", paper);
        values.put("headline", Formats.unbroken(headline));
        values.put("load", TimelineText.load(contenders.getFirst().run()));
        values.put("warnings", warnings);
        values.put("contenders", contenders);
        values.put("rows", rows(contenders, duels));
        values.put("charts", pictures.stream().map(picture -> new Page.Shown(picture.name(), picture.description(),
                Page.source(picture, paper), ChartCaptions.of(contenders.getFirst().run(), picture.name()))).toList());
        values.put("command", contenders.stream().map(one -> Report.quoted(one.run().folder()))
                .collect(Collectors.joining(" ", "./lab report ", "")));
        return Template.fill("compare.peb", values);
    }

    private static List<Row> rows(List<ComparedRun> contenders, List<ModelDelta> duels) {
        List<Row> rows = new ArrayList<>();
        for (String model : ModelDelta.common(contenders)) {
            for (ComparedRun one : contenders) {
                ModelDelta duel = duels.stream().filter(any -> any.model().equals(model) && any.other() == one).findFirst()
                        .orElse(null);
                rows.add(row(model, one, duel));
            }
        }
        return rows;
    }

    private static Row row(String model, ComparedRun one, ModelDelta duel) {
        LatencyDistribution spread = one.spreads().get(model);
        boolean compared = duel != null && duel.median() != null;
        return new Row(model, one.letter(), Formats.number(spread.asked()),
                Formats.number(spread.asked() - spread.sortedUs().length), time(spread.atMs(0.5)),
                compared ? duel.median().words() : "–", time(spread.atMs(0.99)),
                compared ? duel.tail().words() : "–", Formats.rate(spread.result().throughputPerS()),
                duel == null ? "what the others are compared with" : duel.verdict());
    }

    private static String time(double ms) {
        return Double.isNaN(ms) ? "–" : Formats.unbroken(Formats.time(ms));
    }
}
