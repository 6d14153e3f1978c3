package socketlab.report.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.page.TextTable;
import socketlab.report.page.TextTable.Column;
import socketlab.report.text.Formats;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.SelfChecks;

/** What the table tells of an open loop and of a sweep: each step, and both latencies side by side. */
public final class LoopColumns {
    private LoopColumns() {}

    public static List<Column> of(Run run) {
        LoadSettings load = run.load();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("model", model -> TextTable.shortened(model.model())));
        if (ModelSeries.anyIdle(run)) {
            columns.add(new Column("idle", model -> Formats.number(model.idleClients())));
        }
        if (load.sweepVariable().equals("clients")) {
            columns.add(new Column("clients", model -> Formats.number(model.clients())));
        }
        if (!load.closed()) {
            columns.add(new Column("rate/s", model -> rate(model.ratePerS())));
        }
        columns.add(new Column("answered/s", model -> rate(model.throughputPerS())));
        columns.addAll(TextTable.answers());
        if (!load.closed()) {
            columns.add(uncorrected("p50 sent", LatencyMs::p50));
            columns.add(uncorrected("p99 sent", LatencyMs::p99));
            columns.add(counted("late", SelfChecks.Sending::sentLate));
            columns.add(counted("unsent", SelfChecks.Sending::notSent));
        }
        if (load.schedule().durationMs() > 0) {
            columns.add(counted("in flight", SelfChecks.Sending::inFlightAtEnd));
        }
        columns.add(TextTable.costs().getLast());
        return columns;
    }

    /** From the moment a request was really sent. */
    private static Column uncorrected(String heading, Function<LatencyMs, Double> which) {
        return new Column(heading, model -> TextTable.time(model.uncorrectedMs(), which));
    }

    private static Column counted(String heading, ToIntFunction<SelfChecks.Sending> which) {
        return new Column(heading,
                model -> model.checks() == null ? "-" : Formats.number(which.applyAsInt(model.checks().sending())));
    }

    private static String rate(double perSecond) {
        return perSecond >= 10 ? Formats.number(Math.round(perSecond)) : Formats.format("%.2f", perSecond);
    }
}
