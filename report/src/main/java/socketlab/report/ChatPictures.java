package socketlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The pictures of a chat: how long deliveries took; of a classroom, what hashing did; of a small chat, every word. */
final class ChatPictures {
    static final String SEQUENCE = "sequence-";

    private ChatPictures() {}

    static List<Picture> of(Results results, Run run) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (ClassroomChart.possible(run)) {
            pictures.add(Picture.of("classroom", ClassroomChart.of(run)));
        }
        List<TranscriptRow> words = new ArrayList<>();
        results.readTranscript(words::add);
        for (ModelResult model : run.models()) {
            // The first round of a model: with a slow reader it looks the same, but for the one who says nothing.
            List<TranscriptRow> own = words.stream().filter(row -> row.model().equals(model.model()) && row.round() == 1)
                    .toList();
            if (model.chat() != null && model.label().equals(model.model()) && !own.isEmpty()) {
                pictures.add(Picture.of(SEQUENCE + model.model().replaceAll("[^A-Za-z0-9_-]", "-"),
                        SequenceChart.of(run, model, own)));
            }
        }
        pictures.add(Picture.of("delivery", DeliveryChart.of(run, histograms(results, run))));
        return pictures;
    }

    private static Map<String, Histogram> histograms(Results results, Run run) throws ResultsException {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (ModelResult model : run.models()) {
            if (model.chat() != null && model.chat().deliveryMs() != null) {
                results.readHistogram(model.label()).ifPresent(found -> histograms.put(model.label(), found));
            }
        }
        return histograms;
    }
}
