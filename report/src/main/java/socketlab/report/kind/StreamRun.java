package socketlab.report.kind;

import socketlab.report.analysis.ModelSeries;
import socketlab.report.prose.QueueText;
import socketlab.report.prose.RequestText;
import socketlab.results.Run;

/** Clients send request after request, in a closed or an open loop. */
record StreamRun(Run run) implements RunKind {

    @Override
    public String finding(ModelSeries series) {
        return RequestText.stream(run.load(), series.steps().getLast()) + QueueText.sentence(series.steps());
    }
}
