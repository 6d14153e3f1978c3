package socketlab.report.kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import socketlab.report.charts.AccountsChart;
import socketlab.report.charts.DeliveryChart;
import socketlab.report.charts.SequenceChart;
import socketlab.report.draw.RenderedChart;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;
import socketlab.results.files.TranscriptRow;

/** The pictures of a chat: how long deliveries took; of a classroom, what hashing did; of a small chat, every word. */
final class ChatCharts {
    static final String SEQUENCE = "sequence-";

    private ChatCharts() {}

    static List<RenderedChart> of(RunFiles results, Run run) throws IOException {
        List<RenderedChart> pictures = new ArrayList<>();
        if (AccountsChart.possible(run)) {
            pictures.add(RenderedChart.of("classroom", AccountsChart.of(run)));
        }
        List<TranscriptRow> words = new ArrayList<>();
        results.readTranscript(words::add);
        for (ModelResult model : run.models()) {
            // The first round of a model: with a slow reader it looks the same, but for the one who says nothing.
            List<TranscriptRow> own = words.stream().filter(row -> row.model().equals(model.model()) && row.round() == 1)
                    .toList();
            if (model.chat() != null && model.label().equals(model.model()) && !own.isEmpty()) {
                pictures.add(RenderedChart.of(SEQUENCE + model.model().replaceAll("[^A-Za-z0-9_-]", "-"),
                        SequenceChart.of(run, model, own)));
            }
        }
        pictures.add(RenderedChart.of("delivery", DeliveryChart.of(run, histograms(results, run))));
        return pictures;
    }

    private static Map<String, Histogram> histograms(RunFiles results, Run run) throws ResultsException {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (ModelResult model : run.models()) {
            if (model.chat() != null && model.chat().deliveryMs() != null) {
                results.readHistogram(model.label()).ifPresent(found -> histograms.put(model.label(), found));
            }
        }
        return histograms;
    }
}
