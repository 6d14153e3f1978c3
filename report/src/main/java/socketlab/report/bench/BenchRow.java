package socketlab.report.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketlab.report.text.Formats;
import socketlab.results.statistics.HolmCorrection;
import socketlab.results.statistics.RoundRatio;

/**
 * A row of a benchmark: its score and, where two files are compared, the earlier score.
 *
 * @param before  null: nothing to compare with
 * @param ratio   now to before, over forks; null where one of the two has a single fork
 * @param differs whether the two differ by more than chance, and no answer was wrong
 */
record BenchRow(BenchScore now, BenchScore before, RoundRatio ratio, boolean differs) {

    /** The rows of one benchmark, those of a model together; all of them are tested together. */
    static List<BenchRow> of(BenchFile file, BenchFile earlier, String benchmark) {
        List<BenchScore> scores = file.scores().stream().filter(score -> score.benchmark().equals(benchmark)).toList();
        List<String> models = scores.stream().map(BenchScore::model).distinct().toList();
        Map<BenchScore, BenchScore> before = new LinkedHashMap<>();
        Map<BenchScore, RoundRatio> ratios = new LinkedHashMap<>();
        for (BenchScore score : scores) {
            (earlier == null ? List.<BenchScore>of() : earlier.scores()).stream().filter(score::matches).findFirst()
                    .ifPresent(other -> {
                        before.put(score, other);
                        RoundRatio.unpaired(other.forks(), score.forks()).ifPresent(ratio -> ratios.put(score, ratio));
                    });
        }
        Set<BenchScore> claimed = HolmCorrection.claimed(ratios, RoundRatio.LEVEL);
        List<BenchRow> rows = new ArrayList<>();
        scores.stream().sorted(Comparator.comparingInt(score -> models.indexOf(score.model())))
                .forEach(score -> rows.add(new BenchRow(score, before.get(score), ratios.get(score),
                        claimed.contains(score) && score.wrong() + before.get(score).wrong() == 0)));
        return rows;
    }

    boolean compared() {
        return before != null;
    }

    /** The change: {@code 1.20 times}, {@code no difference found (1.01 times)}; empty where nothing is compared. */
    String verdict() {
        if (!compared()) {
            return "";
        }
        String times = Formats.format("%.2f times", now.score() / before.score());
        return differs ? times : (ratio == null ? "one fork: no claim (" : "no difference found (") + times + ")";
    }

    double mean() {
        return compared() ? Math.max(now.score(), before.score()) : now.score();
    }

    double most() {
        return compared() ? Math.max(now.most(), before.most()) : now.most();
    }
}
