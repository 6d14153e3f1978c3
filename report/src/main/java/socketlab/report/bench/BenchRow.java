package socketlab.report.bench;

import java.util.Comparator;
import java.util.List;
import socketlab.report.text.Formats;

/**
 * A row of a benchmark: its score and, where two files are compared, the earlier score.
 *
 * @param before null: nothing to compare with
 */
record BenchRow(BenchScore now, BenchScore before) {

    /** The rows of one benchmark, those of a model together. */
    static List<BenchRow> of(BenchFile file, BenchFile earlier, String benchmark) {
        List<BenchScore> scores = file.scores().stream().filter(score -> score.benchmark().equals(benchmark)).toList();
        List<String> models = scores.stream().map(BenchScore::model).distinct().toList();
        return scores.stream().sorted(Comparator.comparingInt(score -> models.indexOf(score.model())))
                .map(score -> new BenchRow(score, earlier == null ? null : earlier.scores().stream()
                        .filter(score::matches).findFirst().orElse(null))).toList();
    }

    boolean compared() {
        return before != null;
    }

    boolean differs() {
        return compared() && !now.withinNoiseOf(before);
    }

    /** The change: {@code 1.20 times}, {@code within noise (1.01 times)}; empty where nothing is compared. */
    String verdict() {
        if (!compared()) {
            return "";
        }
        String ratio = Formats.format("%.2f times", now.score() / before.score());
        return differs() ? ratio : "within noise (" + ratio + ")";
    }

    double mean() {
        return compared() ? Math.max(now.score(), before.score()) : now.score();
    }

    double most() {
        return compared() ? Math.max(now.most(), before.most()) : now.most();
    }
}
