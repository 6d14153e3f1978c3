package socketlab.report.bench;

import java.util.Comparator;
import java.util.List;
import socketlab.report.text.Formats;

/**
 * A benchmark's row: what it scored and, where two files are compared, what it scored before.
 *
 * @param before null: nothing to compare with
 */
record BenchRow(BenchScore now, BenchScore before) {

    /** What is to be compared stands together: the rows of a model. */
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

    /** What changed: {@code 1.20 times as long}, {@code within noise}. */
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
