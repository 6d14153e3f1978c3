package socketlab.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.kind.RunKind;
import socketlab.results.Run;
import socketlab.results.files.PrintableText;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundValue;

/**
 * One of several runs that are compared.
 *
 * @param letter its name in charts and tables
 * @param name of its folder
 * @param series one round of each result, by its label
 * @param distributions of all rounds, by the same labels
 */
public record ComparedRun(String letter, String name, Run run, Map<String, RequestSeries> series,
        Map<String, LatencyDistribution> distributions) {

    /** Reads these runs; the first is the one that the others are compared with. */
    public static List<ComparedRun> of(List<RunFiles> folders) throws ResultsException {
        List<ComparedRun> runs = new ArrayList<>();
        for (RunFiles results : folders) {
            Run run = results.readRun();
            RunKind kind = RunKind.of(run);
            Map<String, RequestSeries> series = new LinkedHashMap<>();
            Map<String, LatencyDistribution> distributions = new LinkedHashMap<>();
            for (RequestSeries one : RequestSeries.of(results, run)) {
                series.put(kind.label(one.result()), one.typicalRound());
                distributions.put(kind.label(one.result()), LatencyDistribution.of(one));
            }
            runs.add(new ComparedRun(letter(runs.size()), PrintableText.of(results.folder().toAbsolutePath()
                    .normalize().getFileName().toString()), run, series, distributions));
        }
        return runs;
    }

    /** The figures by which runs of this kind are compared. */
    List<RoundFigure> figures() {
        return run.load().burst() ? List.of(RoundFigure.MAX, RoundFigure.CPU)
                : List.of(RoundFigure.P50, RoundFigure.P99, RoundFigure.THROUGHPUT, RoundFigure.CPU);
    }

    /** A figure of a result, round by round; empty where it is not known. */
    List<RoundValue> rounds(String label, RoundFigure figure) {
        return figure.of(distributions.get(label).result());
    }

    /** What a label says besides its model: the step of a sweep. */
    String step(String label) {
        return label.substring(distributions.get(label).model().length());
    }

    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('A' + i)) : "A" + i;
    }
}
