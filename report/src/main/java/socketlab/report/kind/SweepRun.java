package socketlab.report.kind;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.charts.CostChart;
import socketlab.report.charts.LoadChart;
import socketlab.report.charts.QueueChart;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.Questions;
import socketlab.report.prose.QueueText;
import socketlab.report.prose.SweepText;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/** The load grows from step to step: more clients, or a higher rate. Single requests are not drawn: there are too many. */
record SweepRun(Run run) implements RunKind {

    @Override
    public String headline() {
        return SweepText.title(run);
    }

    @Override
    public String loadSentence() {
        return LoadSentence.ofSweep(run);
    }

    @Override
    public String finding(ModelSeries series) {
        return SweepText.finding(run, series) + QueueText.sentence(series.steps());
    }

    @Override
    public List<RunChart> charts(RunFiles files) {
        List<RunChart> charts = new ArrayList<>(CostChart.ofIdle(run, loadSentence()));
        charts.add(LoadChart.of(run, loadSentence()));
        if (QueueChart.applies(run)) {
            charts.add(QueueChart.of(run, loadSentence()));
        }
        charts.addAll(CostChart.ofSweep(run, loadSentence()));
        return charts;
    }

    @Override
    public List<String> questions() {
        return Questions.ofSweep(run);
    }
}
