package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The result as plain text with aligned columns, at most 120 characters wide: what a terminal shows after a run. */
public final class TextTable {
    private static final int LONGEST_NAME = 22;

    /** A column: its heading, and what it says of a model. */
    private record Column(String heading, Function<ModelResult, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("model", model -> shortened(model.model())),
            new Column("ok", model -> Words.number(model.succeeded())),
            new Column("errors", model -> Words.number(model.failed())),
            new Column("p50", model -> latency(model, LatencyMs::p50)),
            new Column("p99", model -> latency(model, LatencyMs::p99)),
            new Column("max", model -> latency(model, LatencyMs::max)),
            new Column("total", model -> Words.time(model.elapsedMs())),
            new Column("predicted", model -> model.predicted() == null ? "-" : Words.time(model.predicted().maxMs())),
            new Column("off by %", model -> model.offPercent() == null ? "-"
                    : Words.format("%+.1f", model.offPercent())),
            new Column("threads", model -> model.threadsPeak() == 0 ? "-" : Words.number(model.threadsPeak())),
            new Column("RSS", model -> model.rssPeakBytes() == 0 ? "-" : Words.bytes(model.rssPeakBytes())),
            new Column("CPU", model -> model.threadsPeak() == 0 ? "-"
                    : Words.format("%.2f s", model.cpuMs() / 1000)));

    private TextTable() {}

    /**
     * The table of {@code run}: a heading and a line per model, each ended by a newline; a dash where nothing is
     * known.
     */
    public static String of(Run run) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(Column::heading).toList());
        for (ModelResult model : run.models()) {
            lines.add(COLUMNS.stream().map(column -> column.cell().apply(model)).toList());
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(aligned(line, lines).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String aligned(List<String> line, List<List<String>> lines) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
            cells.add(Words.format("%" + (column == 0 ? "-" : "") + width + "s", line.get(column)));
        }
        return String.join("  ", cells);
    }

    private static String latency(ModelResult model, Function<LatencyMs, Double> which) {
        return model.latencyMs() == null ? "-" : Words.time(which.apply(model.latencyMs()));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
