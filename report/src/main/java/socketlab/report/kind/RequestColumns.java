package socketlab.report.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.JudgedLatency;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SelfChecks;

/** The columns of a run of requests: a column is there where its values are. */
final class RequestColumns {
    private RequestColumns() {}

    static List<ResultColumn> ofRequests(Run run) {
        LoadSettings load = run.load();
        boolean idle = ModelSeries.anyIdle(run);
        boolean predicted = any(run, model -> model.predicted() != null);
        // An open loop and a sweep have more to show than a terminal has room for.
        boolean wide = !load.closed() || !load.sweepVariable().isEmpty();
        List<ResultColumn> columns = new ArrayList<>();
        add(columns, idle, ResultColumn.count("idle", ModelResult::idleClients));
        add(columns, load.sweepVariable().equals(LoadSettings.Sweep.CLIENTS), ResultColumn.count("clients",
                ModelResult::clients));
        add(columns, !load.closed(), ResultColumn.rate("rate/s", "offered (1/s)", ModelResult::ratePerS));
        add(columns, wide, ResultColumn.rate("answered/s", "answered/s", ModelResult::throughputPerS));
        columns.add(ResultColumn.count("ok", ModelResult::succeeded));
        columns.add(ResultColumn.column("errors", model -> Formats.number(model.failed()), "errors",
                model -> Formats.number(model.failed()) + (model.failed() == 0 ? "" : " (" + Failures.of(model) + ")")));
        add(columns, any(run, model -> model.crash() != null), ResultColumn.server());
        add(columns, any(run, model -> model.counts().reconnected() > 0),
                ResultColumn.count("reconnected", model -> model.counts().reconnected()));
        add(columns, any(run, model -> model.counts().probe() != null),
                ResultColumn.text("probe", model -> model.counts().probe()).pageOnly());
        columns.add(latency("p50", ModelResult::latencyMs, LatencyMs::p50));
        columns.add(latency("p99", ModelResult::latencyMs, LatencyMs::p99));
        columns.add(latency("max", ModelResult::latencyMs, LatencyMs::max));
        if (!load.closed()) {
            columns.add(latency("p50 sent", ModelResult::uncorrectedMs, LatencyMs::p50));
            columns.add(latency("p99 sent", ModelResult::uncorrectedMs, LatencyMs::p99));
            columns.add(checked("late", SelfChecks.Sending::sentLate));
            columns.add(checked("unsent", SelfChecks.Sending::notSent));
        }
        add(columns, wide && load.schedule().durationMs() > 0, checked("in flight", SelfChecks.Sending::inFlightAtEnd));
        ResultColumn total = ResultColumn.time("total", ModelResult::elapsedMs);
        if (wide) {
            columns.add(total.pageOnly());
        } else {
            add(columns, !load.burst() && !idle,
                    ResultColumn.rate("answered/s", "answered/s", ModelResult::throughputPerS).pageOnly());
            columns.add(idle && predicted ? total.pageOnly() : total);
        }
        if (predicted || (!wide && !idle)) {
            columns.addAll(prediction(JudgedLatency.of(load)).stream().map(column -> wide ? column.pageOnly() : column).toList());
        }
        List<ResultColumn> resources = new ArrayList<>(ResultColumn.resources());
        if (wide) {
            resources.replaceAll(column -> column.heading().equals("CPU") ? column : column.pageOnly());
        }
        if (idle) {
            ResultColumn each = ResultColumn.text("KiB/idle", model -> IdleCost.of(model, load)
                    .map(cost -> Formats.format("%,.1f", cost.kibEach())).orElse(null));
            resources.add(resources.size() - 1, wide ? each.pageOnly() : each);
        }
        columns.addAll(resources);
        return columns;
    }

    private static List<ResultColumn> prediction(JudgedLatency judged) {
        return List.of(ResultColumn.time("predicted", model -> model.predicted() == null ? null
                : judged.predicted(model.predicted())),
                ResultColumn.text(judged.text() + " off %", model -> model.offPercent() == null ? null
                        : Formats.format("%+.1f", model.offPercent())));
    }

    private static ResultColumn latency(String heading, Function<ModelResult, LatencyMs> from,
            Function<LatencyMs, Double> which) {
        return ResultColumn.time(heading, model -> from.apply(model) == null ? null : which.apply(from.apply(model)));
    }

    private static ResultColumn checked(String heading, ToIntFunction<SelfChecks.Sending> which) {
        return ResultColumn.text(heading, model -> model.checks() == null ? null
                : Formats.number(which.applyAsInt(model.checks().sending())));
    }

    private static void add(List<ResultColumn> columns, boolean wanted, ResultColumn column) {
        if (wanted) {
            columns.add(column);
        }
    }

    private static boolean any(Run run, Predicate<ModelResult> which) {
        return run.models().stream().anyMatch(which);
    }
}
