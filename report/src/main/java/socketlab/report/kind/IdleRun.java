package socketlab.report.kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.charts.CostChart;
import socketlab.report.charts.IdleLatencyChart;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.IdleFinding;
import socketlab.report.prose.IdleText;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/** Clients are connected and silent during the load, the same number in every step or a growing one. */
record IdleRun(Run run) implements RunKind {

    @Override
    public String headline() {
        return IdleText.headline(run);
    }

    @Override
    public String finding(ModelSeries series) {
        return new IdleFinding(run.load(), series).sentence();
    }

    @Override
    public List<RunChart> charts(RunFiles files) throws IOException {
        List<RunChart> charts = new ArrayList<>(CostChart.ofIdle(run, loadSentence()));
        if (ModelSeries.several(run)) {
            charts.add(IdleLatencyChart.of(run, loadSentence()));
        } else {
            charts.addAll(RequestCharts.of(this, files));
        }
        return charts;
    }
}
