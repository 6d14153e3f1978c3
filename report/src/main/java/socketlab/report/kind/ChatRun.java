package socketlab.report.kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.charts.AccountsChart;
import socketlab.report.charts.CostChart;
import socketlab.report.charts.LatencyCurves;
import socketlab.report.charts.SequenceChart;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.ChatFinding;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.LoadSentence;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;
import socketlab.results.files.TranscriptRow;

/** Members of a chat room send messages to each other: deliveries count, not requests. */
record ChatRun(Run run) implements RunKind {
    private static final int MOST_EVENTS = 1_000;

    @Override
    public String headline() {
        return ChatText.title(run);
    }

    @Override
    public String loadSentence() {
        return LoadSentence.ofChat(run);
    }

    @Override
    public String finding(ModelSeries series) {
        return ChatFinding.of(series.steps());
    }

    /** A chat has one round; its titles say so. */
    @Override
    public List<String> differences() {
        return List.of();
    }

    @Override
    public List<ResultColumn> columns() {
        return ChatColumns.of(run);
    }

    @Override
    public List<RunChart> charts(RunFiles files) throws IOException {
        List<RunChart> charts = new ArrayList<>(CostChart.ofIdle(run, loadSentence()));
        if (AccountsChart.applies(run)) {
            charts.add(AccountsChart.of(run, loadSentence()));
        }
        Map<String, List<TranscriptRow>> events = events(files);
        for (ModelResult model : run.models()) {
            List<TranscriptRow> own = events.get(model.model());
            if (model.chat() != null && model.label().equals(model.model()) && !own.isEmpty()) {
                charts.add(SequenceChart.of(run, model, own));
            }
        }
        charts.add(LatencyCurves.deliveries(run, loadSentence(), histograms(files)));
        return charts;
    }

    /**
     * By model, those of the first round: the one with a slow reader looks the same, but for the member that says nothing.
     * The load client records small chats only; of a longer transcript the beginning is drawn.
     */
    private Map<String, List<TranscriptRow>> events(RunFiles files) throws IOException {
        Map<String, List<TranscriptRow>> events = new LinkedHashMap<>();
        run.models().forEach(model -> events.put(model.model(), new ArrayList<>()));
        files.readTranscript(row -> {
            List<TranscriptRow> own = events.get(row.model());
            if (row.round() == 1 && own != null && own.size() < MOST_EVENTS) {
                own.add(row);
            }
        });
        return events;
    }

    /** By label; a model that delivered nothing has none. */
    private Map<String, Histogram> histograms(RunFiles files) throws IOException {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (ModelResult model : run.models()) {
            if (model.chat() != null && model.chat().deliveryMs() != null) {
                files.readHistogram(model.label()).ifPresent(found -> histograms.put(model.label(), found));
            }
        }
        return histograms;
    }
}
