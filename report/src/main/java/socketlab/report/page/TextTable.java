package socketlab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.charts.AccountsChart;
import socketlab.report.kind.LoopColumns;
import socketlab.report.prose.ChatText;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The result as plain text with aligned columns, at most 120 characters wide: what a terminal shows after a run. */
public final class TextTable {
    private static final int LONGEST_NAME = 22;

    /** A column: its heading, and what it says of a model. */
    public record Column(String heading, Function<ModelResult, String> cell) {}

    private TextTable() {}

    /**
     * The table of {@code run}: a heading and a line per result, each ended by a newline; a dash where nothing is
     * known. Where clients were idle, it tells how many and what each of them cost.
     */
    public static String of(Run run) {
        List<Column> columns = columns(run);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        for (ModelResult model : run.models()) {
            lines.add(columns.stream().map(column -> Formats.plain(column.cell().apply(model))).toList());
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(aligned(line, lines).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Beside idle clients the line would grow too long for a terminal, so there it tells less of the time. */
    private static List<Column> columns(Run run) {
        if (ChatText.isChat(run)) {
            return chat(run);
        }
        if (!run.load().closed() || !run.load().sweepVariable().isEmpty()) {
            return LoopColumns.of(run);
        }
        boolean idle = ModelSeries.anyIdle(run);
        boolean predicted = run.models().stream().anyMatch(model -> model.predicted() != null);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("model", model -> shortened(model.model())));
        if (idle) {
            columns.add(new Column("idle", model -> Formats.number(model.idleClients())));
        }
        columns.addAll(answers());
        if (!idle || !predicted) {
            columns.add(new Column("total", model -> Formats.time(model.elapsedMs())));
        }
        if (!idle || predicted) {
            columns.addAll(prediction());
        }
        columns.addAll(costs());
        if (idle) {
            columns.add(columns.size() - 1, new Column("KiB/idle", model -> IdleCost.of(model, run.load())
                    .map(cost -> Formats.format("%,.1f", cost.kibEach())).orElse("-")));
        }
        return columns;
    }

    private static List<Column> chat(Run run) {
        boolean classroom = AccountsChart.possible(run);
        List<Column> columns = new ArrayList<>(List.of(new Column("model", model -> shortened(model.model()))));
        if (run.models().stream().anyMatch(model -> !model.label().equals(model.model()))) {
            columns.add(new Column("slow reader", model -> of(model, TextTable::slowReader)));
        }
        columns.addAll(classroom ? List.of(
                new Column("deliveries", model -> of(model, chat -> Formats.number(chat.deliveries().arrived()))),
                new Column("failed", model -> of(model, chat -> Formats.number(chat.failed())))) : List.of(
                new Column("in room", model -> of(model, chat -> Formats.number(chat.room().entered()))),
                new Column("deliveries", model -> of(model, chat -> Formats.number(chat.deliveries().arrived()))),
                new Column("missing", model -> of(model, chat -> Formats.number(chat.deliveries().missing()))),
                new Column("wrong", model -> of(model, chat -> Formats.number(chat.deliveries().wrong())))));
        columns.addAll(List.of(
                new Column("p50", model -> delivery(model, LatencyMs::p50)),
                new Column("p99", model -> delivery(model, LatencyMs::p99)),
                new Column("max", model -> delivery(model, LatencyMs::max))));
        if (classroom) {
            columns.add(new Column("log in", model -> of(model, chat -> slowest(chat.accounts().login()))));
            columns.add(new Column("register", model -> of(model, chat -> slowest(chat.accounts().register()))));
        } else {
            columns.add(new Column("total", model -> Formats.time(model.elapsedMs())));
        }
        columns.addAll(costs());
        return columns;
    }

    private static String slowReader(ChatResult chat) {
        return chat.slowReader() == null ? "-" : chat.slowReader().dropped() ? "dropped" : "kept";
    }

    private static String slowest(ChatResult.Phase phase) {
        return phase == null || phase.latencyMs() == null ? "-" : Formats.time(phase.latencyMs().max());
    }

    private static String delivery(ModelResult model, Function<LatencyMs, Double> which) {
        return of(model, chat -> ChatText.judged(model) == null ? "-" : Formats.time(which.apply(ChatText.judged(model))));
    }

    private static String of(ModelResult model, Function<ChatResult, String> cell) {
        return model.chat() == null ? "-" : cell.apply(model.chat());
    }

    public static List<Column> answers() {
        return List.of(
                new Column("ok", model -> Formats.number(model.succeeded())),
                new Column("errors", model -> Formats.number(model.failed())),
                new Column("p50", model -> latency(model, LatencyMs::p50)),
                new Column("p99", model -> latency(model, LatencyMs::p99)),
                new Column("max", model -> latency(model, LatencyMs::max)));
    }

    private static List<Column> prediction() {
        return List.of(
                new Column("predicted",
                        model -> model.predicted() == null ? "-" : Formats.time(model.predicted().maxMs())),
                new Column("off by %", model -> model.offPercent() == null ? "-"
                        : Formats.format("%+.1f", model.offPercent())));
    }

    public static List<Column> costs() {
        return List.of(
                new Column("threads", model -> model.threadsPeak() == 0 ? "-" : Formats.number(model.threadsPeak())),
                new Column("RSS", model -> model.rssPeakBytes() == 0 ? "-" : Formats.bytes(model.rssPeakBytes())),
                new Column("CPU", model -> model.threadsPeak() == 0 ? "-"
                        : Formats.format("%.2f s", model.cpuMs() / 1000)));
    }

    private static String aligned(List<String> line, List<List<String>> lines) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
            cells.add(Formats.format("%" + (column == 0 ? "-" : "") + width + "s", line.get(column)));
        }
        return String.join("  ", cells);
    }

    private static String latency(ModelResult model, Function<LatencyMs, Double> which) {
        return time(model.latencyMs(), which);
    }

    public static String time(LatencyMs latency, Function<LatencyMs, Double> which) {
        return latency == null ? "-" : Formats.time(which.apply(latency));
    }

    public static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
    }
}
