package socketlab.report.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.ModelSeries;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.statistics.RoundValue;
import socketlab.results.statistics.Statistics;

/** One model in a class: a mark for each student who measured it. */
record ClassRow(String model, List<Mark> marks, long[] countedUs) {
    /** An outlier is further from the middle half than this many times its width (Tukey 1977). */
    static final double FENCE = 1.5;
    /** And it differs from the median by more than this share: where all runs are alike, none is an outlier. */
    static final double TRIFLE = 0.02;
    private static final int FEWEST = 5;

    /** How a student's run counts. */
    enum Kind { COUNTED, OUTLIER, NOISY, FAILED }

    /** One student's latency in milliseconds; NaN where no request succeeded. */
    record Mark(String student, double ms, Kind kind, ModelResult result) {}

    /** A row for each model that any student measured. */
    static List<ClassRow> of(List<Submission> students) {
        List<String> models = students.stream().flatMap(student -> student.run().models().stream())
                .map(ModelResult::model).distinct().toList();
        ToDoubleFunction<LatencyMs> metric = byMax(students) ? LatencyMs::max : LatencyMs::p50;
        return models.stream().map(model -> of(model, students, metric)).toList();
    }

    /** A burst is compared by its maximum, which the model decides; other loads by their median. */
    static boolean byMax(List<Submission> students) {
        return students.getFirst().run().load().burst();
    }

    private static ClassRow of(String model, List<Submission> students, ToDoubleFunction<LatencyMs> metric) {
        List<Mark> marks = new ArrayList<>();
        for (Submission student : students) {
            ModelSeries.of(student.run()).stream().filter(sweep -> sweep.model().equals(model))
                    .map(sweep -> sweep.steps().getLast()).findFirst().ifPresent(result -> marks.add(new Mark(
                            student.name(), result.latencyMs() == null ? Double.NaN
                                    : metric.applyAsDouble(result.latencyMs()), kind(result), result)));
        }
        long[] counted = marks.stream().filter(mark -> mark.kind() == Kind.COUNTED)
                .mapToLong(mark -> Math.round(mark.ms() * 1000)).sorted().toArray();
        return new ClassRow(model, marks.stream().map(mark -> marked(mark, counted)).toList(), counted);
    }

    private static Kind kind(ModelResult result) {
        return !result.sound() ? Kind.FAILED
                : result.inconclusive() ? Kind.NOISY : Kind.COUNTED;
    }

    private static Mark marked(Mark mark, long[] countedUs) {
        if (mark.kind() != Kind.COUNTED || countedUs.length < FEWEST) {
            return mark;
        }
        double low = Statistics.nearestRank(countedUs, 25) / 1e3;
        double high = Statistics.nearestRank(countedUs, 75) / 1e3;
        double reach = Math.max(FENCE * (high - low), TRIFLE * Statistics.nearestRank(countedUs, 50) / 1e3);
        boolean out = mark.ms() < low - reach || mark.ms() > high + reach;
        return out ? new Mark(mark.student(), mark.ms(), Kind.OUTLIER, mark.result()) : mark;
    }

    /** The figure of each student whose run counts, numbered as in {@code students}. */
    List<RoundValue> figures(List<Submission> students) {
        return marks.stream().filter(mark -> mark.kind() == Kind.COUNTED || mark.kind() == Kind.OUTLIER)
                .map(mark -> new RoundValue(number(mark, students), mark.ms(), 0.001)).toList();
    }

    private static int number(Mark mark, List<Submission> students) {
        return (int) students.stream().takeWhile(student -> !student.name().equals(mark.student())).count();
    }

    boolean known() {
        return countedUs.length > 0;
    }

    /** A nearest-rank percentile of the class, 1 to 100, in milliseconds. */
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
