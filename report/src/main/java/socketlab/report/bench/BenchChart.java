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
    private static final String COMPARED = " The pale bar is the earlier file's. A difference is named where the means of the"
            + " forks differ beyond chance (Welch's t-test at 99 %, Holm's correction over all rows) and by more than 2 %; the"
            + " iterations of one fork are too much alike to count one by one. The two files were measured apart: the machine"
            + " may have changed in between.";

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
        List<BenchRow> compared = rows.stream().filter(BenchRow::compared).toList();
        if (!compared.isEmpty()) {
            long differ = compared.stream().filter(BenchRow::differs).count();
            boolean tested = compared.stream().anyMatch(row -> row.ratio() != null);
            return benchmark + ": " + (!tested ? "one fork each: no claim" : differ == 0 ? "no difference found"
                    : Formats.number(differ) + " of " + Formats.number(compared.size()) + " differ");
        }
        if (rows.size() == 1) {
            return benchmark + ": " + rows.getFirst().now().text();
        }
        // Which row is the least is not said: JMH measures one after the other, so no rounds were interleaved.
        Comparator<BenchRow> byScore = Comparator.comparingDouble(row -> row.now().score());
        return Formats.format("%s: %s to %s for an operation", benchmark, rows.stream().min(byScore).orElseThrow().now().text(),
                rows.stream().max(byScore).orElseThrow().now().text());
    }
}
