package socketlab.report.kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.charts.BoxChart;
import socketlab.report.charts.LatencyChart;
import socketlab.report.charts.LatencyCurves;
import socketlab.report.charts.MatrixChart;
import socketlab.report.charts.OverTimeChart;
import socketlab.report.charts.Timeline;
import socketlab.report.draw.RunChart;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/** The charts of a run of single requests, as many as its number of requests makes useful. */
final class RequestCharts {
    /** With fewer requests every one can be seen, and a distribution says less. */
    private static final int MANY = 100;
    private static final int SOME = 20;

    private RequestCharts() {}

    static List<RunChart> of(RunKind kind, RunFiles files) throws IOException {
        Run run = kind.run();
        String load = kind.loadSentence();
        List<RequestSeries> all = RequestSeries.of(files, run);
        List<RequestSeries> oneRound = all.stream().map(RequestSeries::typicalRound).toList();
        List<RunChart> charts = new ArrayList<>(List.of(Timeline.of(run, load, oneRound)));
        int most = all.stream().mapToInt(series -> series.answered().size()).max().orElse(0);
        if (most < MANY || all.stream().anyMatch(series -> series.prediction().isPresent())) {
            charts.add(LatencyChart.of(run, load, oneRound));
        }
        if (most >= MANY) {
            List<LatencyDistribution> distributions = all.stream().map(LatencyDistribution::of).toList();
            charts.add(LatencyCurves.cdf(run, load, distributions));
            if (!run.load().burst()) {
                charts.add(LatencyCurves.percentiles(run, load, distributions));
                charts.add(OverTimeChart.of(run, load, oneRound));
            }
            if (all.size() > 1) {
                charts.add(BoxChart.of(run, load, distributions));
            }
        }
        if (most >= SOME && all.size() > 1) {
            charts.add(MatrixChart.of(run, load));
        }
        return charts;
    }
}
