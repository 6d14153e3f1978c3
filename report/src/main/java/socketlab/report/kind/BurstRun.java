package socketlab.report.kind;

import java.io.IOException;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.Headline;
import socketlab.report.prose.QueueText;
import socketlab.report.prose.RequestText;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/** Every client sends one request, all at the same moment. */
record BurstRun(Run run) implements RunKind {

    @Override
    public String headline() {
        return Headline.of(run);
    }

    @Override
    public String finding(ModelSeries series) {
        return RequestText.burst(run.load(), series.steps().getLast()) + QueueText.sentence(series.steps());
    }

    @Override
    public List<ResultColumn> columns() {
        return RequestColumns.ofRequests(run);
    }

    @Override
    public List<RunChart> charts(RunFiles files) throws IOException {
        return RequestCharts.of(this, files);
    }
}
