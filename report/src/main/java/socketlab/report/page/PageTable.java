package socketlab.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.LabTheme;
import socketlab.report.kind.ChatTable;
import socketlab.report.kind.Findings;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.SweepText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/**
 * The table on the page: numbers that can be compared down a column, because its heading names the one unit they
 * share.
 */
public record PageTable(List<String> headings, List<Row> rows) {

    /** A model's line; {@code color} is the one it has in the charts. */
    public record Row(String model, String color, List<String> cells, String verdict) {}

    public static PageTable of(Run run) {
        if (ChatText.isChat(run)) {
            return ChatTable.of(run);
        }
        TimeUnitScale half = scale(run, LatencyMs::p50);
        TimeUnitScale most = scale(run, LatencyMs::p99);
        TimeUnitScale waits = scale(run, LatencyMs::max);
        TimeUnitScale totals = TimeUnitScale.fitting(run.models().stream().mapToDouble(ModelResult::elapsedMs).max().orElse(0));
        String in = " (" + waits.unit() + ")";
        PageTable table = new PageTable(
                List.of("clients", "asked for (1/s)", "idle", "ok", "errors", "p50 (" + half.unit() + ")",
                        "p99 (" + most.unit() + ")", "max" + in, "answers (1/s)", "total (" + totals.unit() + ")",
                        "predicted" + in, "off by (%)", "threads", "RSS (MiB)", "KiB / idle", "CPU (s)"),
                run.models().stream().map(model -> row(model, run.load(), half, most, waits, totals)).toList());
        boolean grows = SweepText.grows(run);
        table = grows && SweepVariable.of(run) == SweepVariable.CLIENTS ? table : table.without("clients");
        table = grows && SweepVariable.of(run) == SweepVariable.RATE ? table : table.without("asked for (1/s)");
        table = run.load().burst() || ModelSeries.anyIdle(run) ? table.without("answers (1/s)") : table;
        if (!ModelSeries.anyIdle(run)) {
            return table.without("idle").without("KiB / idle");
        }
        boolean predicted = run.models().stream().anyMatch(model -> model.predicted() != null);
        return predicted ? table : table.without("predicted" + in).without("off by (%)");
    }

    private static TimeUnitScale scale(Run run, ToDoubleFunction<LatencyMs> which) {
        return TimeUnitScale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(which).max().orElse(0));
    }

    private PageTable without(String heading) {
        int column = headings.indexOf(heading);
        return new PageTable(less(headings, column), rows.stream()
                .map(row -> new Row(row.model(), row.color(), less(row.cells(), column), row.verdict())).toList());
    }

    private static List<String> less(List<String> cells, int column) {
        List<String> less = new ArrayList<>(cells);
        less.remove(column);
        return less;
    }

    private static Row row(ModelResult model, LoadSettings load, TimeUnitScale half, TimeUnitScale most, TimeUnitScale waits,
                           TimeUnitScale totals) {
        return new Row(model.model(), color(model), List.of(
                Formats.number(model.clients()), number(model.ratePerS()), Formats.number(model.idleClients()),
                Formats.number(model.succeeded()),
                model.failed() == 0 ? "0" : Formats.number(model.failed()) + " (" + Findings.failures(model) + ")",
                latency(model, half, LatencyMs::p50), latency(model, most, LatencyMs::p99),
                latency(model, waits, LatencyMs::max), number(model.throughputPerS()),
                number(totals.ofMs(model.elapsedMs())),
                model.predicted() == null ? "–" : number(waits.ofMs(model.predicted().maxMs())),
                model.offPercent() == null ? "–" : Formats.format("%+.1f", model.offPercent()),
                model.threadsPeak() == 0 ? "–" : Formats.number(model.threadsPeak()),
                model.rssPeakBytes() == 0 ? "–" : Formats.format("%,.0f", model.rssPeakBytes() / 1048576.0),
                IdleCost.of(model, load).map(cost -> Formats.format("%,.1f", cost.kibEach())).orElse("–"),
                model.threadsPeak() == 0 ? "–" : Formats.format("%.2f", model.cpuMs() / 1000)), model.verdict().text());
    }

    public static String color(ModelResult model) {
        return Formats.format("#%06x", LabTheme.of(model.model()).getRGB() & 0xFFFFFF);
    }

    private static String latency(ModelResult model, TimeUnitScale scale, Function<LatencyMs, Double> which) {
        return model.latencyMs() == null ? "–" : number(scale.ofMs(which.apply(model.latencyMs())));
    }

    public static String number(double value) {
        if (value > 0 && value < 0.01) {
            return new BigDecimal(value).round(new MathContext(2)).toPlainString();   // what was measured is no zero
        }
        String small = value > 0 && value < 0.1 ? "%.3f" : "%.2f";
        return Formats.format(value >= 1000 ? "%,.0f" : value >= 100 ? "%.1f" : small, value);
    }
}
