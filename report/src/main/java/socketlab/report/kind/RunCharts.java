package socketlab.report.kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.charts.BoxChart;
import socketlab.report.charts.CdfChart;
import socketlab.report.charts.CostChart;
import socketlab.report.charts.IdleLatencyChart;
import socketlab.report.charts.LatencyChart;
import socketlab.report.charts.LoadChart;
import socketlab.report.charts.MatrixChart;
import socketlab.report.charts.OverTimeChart;
import socketlab.report.charts.PercentileChart;
import socketlab.report.charts.QueueChart;
import socketlab.report.charts.Timeline;
import socketlab.report.draw.RenderedChart;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.SweepText;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/** Which pictures a run is given: those that its results can fill, and no more than its reader needs. */
public final class RunCharts {
    /** Of fewer requests every single one can be seen, and a distribution of them is a riddle. */
    private static final int MANY = 100;
    private static final int SOME = 20;

    private RunCharts() {}

    /** A million bars of several measurements in one picture would show nothing, so a sweep has pictures of its own. */
    public static List<RenderedChart> of(RunFiles results, Run run) throws IOException {
        List<RenderedChart> pictures = new ArrayList<>();
        if (CostChart.possible(run)) {
            pictures.add(RenderedChart.of("cost", CostChart.of(run)));
        }
        if (ChatText.isChat(run)) {
            pictures.addAll(ChatCharts.of(results, run));
            return pictures;
        }
        if (SweepText.grows(run)) {
            pictures.add(RenderedChart.of(SweepVariable.of(run) == SweepVariable.RATE ? "offered" : "throughput", LoadChart.of(run)));
            if (QueueChart.possible(run)) {
                pictures.add(RenderedChart.of("queue", QueueChart.of(run)));
            }
            if (CostChart.ofLoad(run)) {
                pictures.add(RenderedChart.of("load-cost", CostChart.loaded(run)));
            }
            return pictures;
        }
        if (ModelSeries.several(run)) {
            pictures.add(RenderedChart.of("idle-latency", IdleLatencyChart.of(run)));
            return pictures;
        }
        List<ModelResult> shown = ModelSeries.of(run).stream().map(sweep -> sweep.steps().getFirst()).toList();
        List<RequestSeries> tracks = RequestSeries.of(results, run).stream().filter(track -> shown.contains(track.result())).toList();
        List<RequestSeries> one = tracks.stream().map(RequestSeries::typicalRound).toList();
        pictures.add(RenderedChart.of("timeline", Timeline.of(run, one)));
        int most = tracks.stream().mapToInt(track -> track.answered().size()).max().orElse(0);
        boolean predicted = tracks.stream().anyMatch(track -> track.prediction().isPresent());
        if (predicted || most < MANY) {
            pictures.add(RenderedChart.of("latency", LatencyChart.of(run, one)));
        }
        if (most >= MANY) {
            addDistributions(pictures, run, tracks, one);
        }
        if (most >= SOME && tracks.size() > 1) {
            pictures.add(RenderedChart.of("matrix", MatrixChart.of(run)));
        }
        return pictures;
    }

    private static void addDistributions(List<RenderedChart> pictures, Run run, List<RequestSeries> tracks,
                                         List<RequestSeries> one) throws IOException {
        List<LatencyDistribution> spreads = tracks.stream().map(LatencyDistribution::of).toList();
        pictures.add(RenderedChart.of("shares", CdfChart.of(run, spreads)));
        if (!run.load().burst()) {
            pictures.add(RenderedChart.of("percentiles", PercentileChart.of(run, spreads)));
            pictures.add(RenderedChart.of("over-time", OverTimeChart.of(run, one)));
        }
        if (tracks.size() > 1) {
            pictures.add(RenderedChart.of("boxes", BoxChart.of(run, spreads)));
        }
    }
}
