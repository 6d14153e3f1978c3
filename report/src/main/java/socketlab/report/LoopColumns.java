package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import socketlab.report.TextTable.Column;

/** What the table tells of an open loop and of a sweep: each step, and both latencies side by side. */
final class LoopColumns {
    private LoopColumns() {}

    static List<Column> of(Run run) {
        LoadSettings load = run.load();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("model", model -> TextTable.shortened(model.model())));
        if (Sweep.anyIdle(run)) {
            columns.add(new Column("idle", model -> Words.number(model.idle())));
        }
        if (load.sweep().equals("clients")) {
            columns.add(new Column("clients", model -> Words.number(model.clients())));
        }
        if (!load.closed()) {
            columns.add(new Column("rate/s", model -> rate(model.ratePerS())));
        }
        columns.add(new Column("answered/s", model -> rate(model.throughputPerS())));
        columns.addAll(TextTable.answers());
        if (!load.closed()) {
            columns.add(uncorrected("p50 sent", LatencyMs::p50));
            columns.add(uncorrected("p99 sent", LatencyMs::p99));
            columns.add(counted("late", Checks::sentLate));
            columns.add(counted("unsent", Checks::notSent));
        }
        if (load.durationMs() > 0) {
            columns.add(counted("in flight", Checks::inFlightAtEnd));
        }
        columns.add(TextTable.costs().getLast());
        return columns;
    }

    /** From the moment a request was really sent. */
    private static Column uncorrected(String heading, Function<LatencyMs, Double> which) {
        return new Column(heading, model -> TextTable.time(model.uncorrectedMs(), which));
    }

    private static Column counted(String heading, ToIntFunction<Checks> which) {
        return new Column(heading,
                model -> model.checks() == null ? "-" : Words.number(which.applyAsInt(model.checks())));
    }

    private static String rate(double perSecond) {
        return perSecond >= 10 ? Words.number(Math.round(perSecond)) : Words.format("%.2f", perSecond);
    }
}
