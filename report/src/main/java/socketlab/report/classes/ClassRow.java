package socketlab.report.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.ModelSeries;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.statistics.Statistics;

/** One model in a class: a mark for each student who measured it, and how far apart they lie. */
record ClassRow(String model, List<Mark> marks, long[] countedUs) {
    /** An outlier lies farther beyond the middle half than so many times its width, as Tukey proposed. */
    static final double FENCE = 1.5;
    /** And differs from the median by more than this, for a tight heap is no reason to blame anybody. */
    static final double TRIFLE = 0.02;
    private static final int FEWEST = 5;

    /** How a student's number counts. */
    enum Kind { COUNTED, OUTLIER, NOISY, FAILED }

    /** One student's number, in milliseconds. */
    record Mark(String student, double ms, Kind kind, ModelResult result) {}

    /** A row for each model that anybody measured, in the order of the first who did. */
    static List<ClassRow> of(List<Submission> students) {
        List<String> models = students.stream().flatMap(student -> student.run().models().stream())
                .map(ModelResult::model).distinct().toList();
        ToDoubleFunction<LatencyMs> yardstick = byMax(students) ? LatencyMs::max : LatencyMs::p50;
        return models.stream().map(model -> of(model, students, yardstick)).toList();
    }

    /** Of clients that come all at once the last one's wait is what the model decides; else what half of them take. */
    static boolean byMax(List<Submission> students) {
        return students.getFirst().run().load().burst();
    }

    private static ClassRow of(String model, List<Submission> students, ToDoubleFunction<LatencyMs> yardstick) {
        List<Mark> marks = new ArrayList<>();
        for (Submission student : students) {
            ModelSeries.of(student.run()).stream().filter(sweep -> sweep.model().equals(model))
                    .map(sweep -> sweep.steps().getLast()).findFirst().ifPresent(result -> marks.add(new Mark(
                            student.name(), result.latencyMs() == null ? Double.NaN
                                    : yardstick.applyAsDouble(result.latencyMs()), kind(result), result)));
        }
        long[] counted = marks.stream().filter(mark -> mark.kind() == Kind.COUNTED)
                .mapToLong(mark -> Math.round(mark.ms() * 1000)).sorted().toArray();
        return new ClassRow(model, marks.stream().map(mark -> judged(mark, counted)).toList(), counted);
    }

    private static Kind kind(ModelResult result) {
        return result.failed() > 0 || result.latencyMs() == null ? Kind.FAILED
                : result.inconclusive() ? Kind.NOISY : Kind.COUNTED;
    }

    private static Mark judged(Mark mark, long[] countedUs) {
        if (mark.kind() != Kind.COUNTED || countedUs.length < FEWEST) {
            return mark;
        }
        double low = Statistics.nearestRank(countedUs, 25) / 1e3;
        double high = Statistics.nearestRank(countedUs, 75) / 1e3;
        double reach = Math.max(FENCE * (high - low), TRIFLE * Statistics.nearestRank(countedUs, 50) / 1e3);
        boolean out = mark.ms() < low - reach || mark.ms() > high + reach;
        return out ? new Mark(mark.student(), mark.ms(), Kind.OUTLIER, mark.result()) : mark;
    }

    boolean known() {
        return countedUs.length > 0;
    }

    /** A percentile of the class, 1 to 100, in milliseconds. */
    double ms(int percent) {
        return Statistics.nearestRank(countedUs, percent) / 1e3;
    }

    List<Mark> of(Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).toList();
    }

    Mark of(String student) {
        return marks.stream().filter(mark -> mark.student().equals(student)).findFirst().orElse(null);
    }
}
