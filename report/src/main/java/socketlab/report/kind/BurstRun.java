package socketlab.report.kind;

import socketlab.report.analysis.ModelSeries;
import socketlab.report.prose.QueueText;
import socketlab.report.prose.RequestText;
import socketlab.results.Run;

/** Every client sends one request, all at the same moment. */
record BurstRun(Run run) implements RunKind {

    @Override
    public String finding(ModelSeries series) {
        return RequestText.burst(run.load(), series.steps().getLast()) + QueueText.sentence(series.steps());
    }
}
