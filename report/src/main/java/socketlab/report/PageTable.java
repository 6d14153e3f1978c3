package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        Scale waits = Scale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(LatencyMs::max).max().orElse(0));
        Scale totals = Scale.fitting(run.models().stream().mapToDouble(ModelResult::elapsedMs).max().orElse(0));
        String in = " (" + waits.unit() + ")";
        PageTable table = new PageTable(
                List.of("idle", "ok", "errors", "p50" + in, "p99" + in, "max" + in, "total (" + totals.unit() + ")",
                        "predicted" + in, "off by (%)", "threads", "RSS (MiB)", "KiB / idle", "CPU (s)"),
                run.models().stream().map(model -> row(model, run.load(), waits, totals)).toList());
        if (!Sweep.anyIdle(run)) {
            return table.without("idle").without("KiB / idle");
        }
        boolean predicted = run.models().stream().anyMatch(model -> model.predicted() != null);
        return predicted ? table : table.without("predicted" + in).without("off by (%)");
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

    private static Row row(ModelResult model, LoadSettings load, Scale waits, Scale totals) {
        return new Row(model.model(), color(model), List.of(
                Words.number(model.idle()), Words.number(model.succeeded()),
                model.failed() == 0 ? "0" : Words.number(model.failed()) + " (" + Findings.failures(model) + ")",
                latency(model, waits, LatencyMs::p50), latency(model, waits, LatencyMs::p99),
                latency(model, waits, LatencyMs::max), number(totals.ofMs(model.elapsedMs())),
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
        String small = value > 0 && value < 0.1 ? "%.3f" : "%.2f";
        return Words.format(value >= 1000 ? "%,.0f" : value >= 100 ? "%.1f" : small, value);
    }
}
