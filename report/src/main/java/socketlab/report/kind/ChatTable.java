package socketlab.report.kind;

import java.util.List;
import java.util.function.ToDoubleFunction;
import socketlab.report.page.PageTable;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The table on the page of a chat: what became of the deliveries, and what they cost the server. */
public final class ChatTable {
    private ChatTable() {}

    public static PageTable of(Run run) {
        TimeUnitScale waits = TimeUnitScale.fitting(run.models().stream().map(ModelResult::chat)
                .filter(chat -> chat != null && chat.deliveryMs() != null).mapToDouble(chat -> chat.deliveryMs().max())
                .max().orElse(0));
        TimeUnitScale totals = TimeUnitScale.fitting(run.models().stream().mapToDouble(ModelResult::elapsedMs).max().orElse(0));
        String in = " (" + waits.unit() + ")";
        return new PageTable(List.of("in the room", "deliveries", "missing", "duplicate", "foreign", "out of order",
                "p50" + in, "p99" + in, "max" + in, "total (" + totals.unit() + ")", "threads", "RSS (MiB)", "CPU (s)"),
                run.models().stream().filter(model -> model.chat() != null)
                        .map(model -> row(model, model.chat(), waits, totals)).toList());
    }

    private static PageTable.Row row(ModelResult model, ChatResult chat, TimeUnitScale waits, TimeUnitScale totals) {
        boolean seen = model.threadsPeak() > 0;
        return new PageTable.Row(model.label(), PageTable.color(model), List.of(
                Formats.number(chat.room().entered()) + " of " + Formats.number(chat.room().members()), Formats.number(chat.deliveries().arrived()),
                Formats.number(chat.deliveries().missing()), Formats.number(chat.deliveries().duplicate()),
                Formats.number(chat.deliveries().foreign()), Formats.number(chat.deliveries().outOfOrder()),
                time(chat, waits, LatencyMs::p50), time(chat, waits, LatencyMs::p99), time(chat, waits, LatencyMs::max),
                PageTable.number(totals.ofMs(model.elapsedMs())),
                seen ? Formats.number(model.threadsPeak()) : "–",
                seen ? Formats.format("%,.0f", model.rssPeakBytes() / 1048576.0) : "–",
                seen ? Formats.format("%.2f", model.cpuMs() / 1000) : "–"), model.verdict().text());
    }

    private static String time(ChatResult chat, TimeUnitScale scale, ToDoubleFunction<LatencyMs> which) {
        return chat.deliveryMs() == null ? "–"
                : PageTable.number(scale.ofMs(which.applyAsDouble(chat.deliveryMs())));
    }
}
