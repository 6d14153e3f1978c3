package socketlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which pictures a run is given: those that its results can fill, and no more than its reader needs. */
final class Pictures {
    /** Of fewer requests every single one can be seen, and a distribution of them is a riddle. */
    private static final int MANY = 100;
    private static final int SOME = 20;

    private Pictures() {}

    /** A million bars of several measurements in one picture would show nothing, so a sweep has pictures of its own. */
    static List<Picture> of(Results results, Run run) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (CostChart.possible(run)) {
            pictures.add(Picture.of("cost", CostChart.of(run)));
        }
        if (ChatText.isChat(run)) {
            pictures.addAll(ChatPictures.of(results, run));
            return pictures;
        }
        if (LoadText.grows(run)) {
            pictures.add(Picture.of(Dial.of(run) == Dial.RATE ? "offered" : "throughput", LoadChart.of(run)));
            if (QueueChart.possible(run)) {
                pictures.add(Picture.of("queue", QueueChart.of(run)));
            }
            if (CostChart.ofLoad(run)) {
                pictures.add(Picture.of("load-cost", CostChart.loaded(run)));
            }
            return pictures;
        }
        if (Sweep.several(run)) {
            pictures.add(Picture.of("idle-latency", IdleLatencyChart.of(run)));
            return pictures;
        }
        List<ModelResult> shown = Sweep.of(run).stream().map(sweep -> sweep.steps().getFirst()).toList();
        List<Track> tracks = Track.of(results, run).stream().filter(track -> shown.contains(track.result())).toList();
        pictures.add(Picture.of("timeline", Timeline.of(run, tracks)));
        int most = tracks.stream().mapToInt(track -> track.answered().size()).max().orElse(0);
        boolean predicted = tracks.stream().anyMatch(track -> track.prediction().isPresent());
        if (predicted || most < MANY) {
            pictures.add(Picture.of("latency", LatencyChart.of(run, tracks)));
        }
        if (most >= MANY) {
            addDistributions(pictures, run, tracks);
        }
        if (most >= SOME && tracks.size() > 1) {
            pictures.add(Picture.of("matrix", MatrixChart.of(run)));
        }
        return pictures;
    }

    private static void addDistributions(List<Picture> pictures, Run run, List<Track> tracks) throws IOException {
        List<Spread> spreads = tracks.stream().map(Spread::of).toList();
        pictures.add(Picture.of("shares", ShareChart.of(run, spreads)));
        if (!run.load().burst()) {
            pictures.add(Picture.of("percentiles", PercentileChart.of(run, spreads)));
            pictures.add(Picture.of("over-time", OverTimeChart.of(run, tracks)));
        }
        if (tracks.size() > 1) {
            pictures.add(Picture.of("boxes", BoxChart.of(run, spreads)));
        }
    }
}
