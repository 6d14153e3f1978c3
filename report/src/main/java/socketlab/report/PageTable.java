package socketlab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The table on the page: numbers that can be compared down a column, because its heading names the one unit they
 * share.
 */
record PageTable(List<String> headings, List<Row> rows) {

    /** A model's line; {@code color} is the one it has in the charts. */
    record Row(String model, String color, List<String> cells, String verdict) {}

    static PageTable of(Run run) {
        if (ChatText.isChat(run)) {
            return ChatTable.of(run);
        }
        Scale half = scale(run, LatencyMs::p50);
        Scale most = scale(run, LatencyMs::p99);
        Scale waits = scale(run, LatencyMs::max);
        Scale totals = Scale.fitting(run.models().stream().mapToDouble(ModelResult::elapsedMs).max().orElse(0));
        String in = " (" + waits.unit() + ")";
        PageTable table = new PageTable(
                List.of("clients", "asked for (1/s)", "idle", "ok", "errors", "p50 (" + half.unit() + ")",
                        "p99 (" + most.unit() + ")", "max" + in, "answers (1/s)", "total (" + totals.unit() + ")",
                        "predicted" + in, "off by (%)", "threads", "RSS (MiB)", "KiB / idle", "CPU (s)"),
                run.models().stream().map(model -> row(model, run.load(), half, most, waits, totals)).toList());
        boolean grows = LoadText.grows(run);
        table = grows && Dial.of(run) == Dial.CLIENTS ? table : table.without("clients");
        table = grows && Dial.of(run) == Dial.RATE ? table : table.without("asked for (1/s)");
        table = run.load().burst() || Sweep.anyIdle(run) ? table.without("answers (1/s)") : table;
        if (!Sweep.anyIdle(run)) {
            return table.without("idle").without("KiB / idle");
        }
        boolean predicted = run.models().stream().anyMatch(model -> model.predicted() != null);
        return predicted ? table : table.without("predicted" + in).without("off by (%)");
    }

    private static Scale scale(Run run, ToDoubleFunction<LatencyMs> which) {
        return Scale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
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

    private static Row row(ModelResult model, LoadSettings load, Scale half, Scale most, Scale waits,
                           Scale totals) {
        return new Row(model.model(), color(model), List.of(
                Words.number(model.clients()), number(model.ratePerS()), Words.number(model.idle()),
                Words.number(model.succeeded()),
                model.failed() == 0 ? "0" : Words.number(model.failed()) + " (" + Findings.failures(model) + ")",
                latency(model, half, LatencyMs::p50), latency(model, most, LatencyMs::p99),
                latency(model, waits, LatencyMs::max), number(model.throughputPerS()),
                number(totals.ofMs(model.elapsedMs())),
                model.predicted() == null ? "–" : number(waits.ofMs(model.predicted().maxMs())),
                model.offPercent() == null ? "–" : Words.format("%+.1f", model.offPercent()),
                model.threadsPeak() == 0 ? "–" : Words.number(model.threadsPeak()),
                model.rssPeakBytes() == 0 ? "–" : Words.format("%,.0f", model.rssPeakBytes() / 1048576.0),
                IdleCost.of(model, load).map(cost -> Words.format("%,.1f", cost.kibEach())).orElse("–"),
                model.threadsPeak() == 0 ? "–" : Words.format("%.2f", model.cpuMs() / 1000)), model.verdict());
    }

    static String color(ModelResult model) {
        return Words.format("#%06x", Look.of(model.model()).getRGB() & 0xFFFFFF);
    }

    private static String latency(ModelResult model, Scale scale, Function<LatencyMs, Double> which) {
        return model.latencyMs() == null ? "–" : number(scale.ofMs(which.apply(model.latencyMs())));
    }

    static String number(double value) {
        if (value > 0 && value < 0.01) {
            return new BigDecimal(value).round(new MathContext(2)).toPlainString();   // what was measured is no zero
        }
        String small = value > 0 && value < 0.1 ? "%.3f" : "%.2f";
        return Words.format(value >= 1000 ? "%,.0f" : value >= 100 ? "%.1f" : small, value);
    }
}
