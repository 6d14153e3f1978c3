package socketlab.report.bench;

import java.util.Comparator;
import java.util.List;
import socketlab.report.draw.Figure;
import socketlab.report.draw.RunChart;
import socketlab.report.text.Formats;

/** The chart of one benchmark, and its title. */
final class BenchChart {
    private static final String READING = "A bar is the mean time of one operation, the line across its end JMH's 99.9 %"
            + " confidence interval. JMH sends the next request after the last answer (closed loop), so it measures the cost"
            + " of an operation and says nothing about overload.";
    private static final String COMPARED = " The pale bar is the earlier file's; where the two intervals overlap, the"
            + " difference is within noise.";

    private BenchChart() {}

    static RunChart of(String benchmark, List<BenchRow> rows, BenchFile file) {
        boolean compared = rows.stream().anyMatch(BenchRow::compared);
        return new RunChart("bench-" + benchmark.replaceAll("[^\\w.-]", "_"), new Figure(title(benchmark, rows), String.join(", ",
                rows.getFirst().now().params().keySet()),
                List.of(), List.of(BenchBars.panel(rows)), notes(rows, compared), file.machine()), "");
    }

    private static List<String> notes(List<BenchRow> rows, boolean compared) {
        double wrong = rows.stream().mapToDouble(row -> row.now().wrong()).sum();
        String reading = READING + (compared ? COMPARED : "");
        return wrong == 0 ? List.of(reading)
                : List.of(Formats.count(Math.round(wrong), "wrong answer") + ": these times do not count.", reading);
    }

    static String title(String benchmark, List<BenchRow> rows) {
        if (rows.stream().anyMatch(BenchRow::compared)) {
            long differ = rows.stream().filter(BenchRow::differs).count();
            return benchmark + ": " + (differ == 0 ? "every difference is within noise"
                    : Formats.number(differ) + " of " + Formats.number(rows.size()) + " differ by more than noise");
        }
        Comparator<BenchRow> byScore = Comparator.comparingDouble(row -> row.now().score());
        BenchScore least = rows.stream().min(byScore).orElseThrow().now();
        BenchScore most = rows.stream().max(byScore).orElseThrow().now();
        return rows.size() == 1 ? benchmark + ": " + least.text() : Formats.format("%s: from %s (%s) to %s (%s)",
                benchmark,
                least.text(), least.row(), most.text(), most.row());
    }
}
