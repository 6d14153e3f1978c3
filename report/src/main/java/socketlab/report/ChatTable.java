package socketlab.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table on the page of a chat: what became of the deliveries, and what they cost the server. */
final class ChatTable {
    private ChatTable() {}

    static PageTable of(Run run) {
        Scale waits = Scale.fitting(run.models().stream().map(ModelResult::chat)
                .filter(chat -> chat != null && chat.deliveryMs() != null).mapToDouble(chat -> chat.deliveryMs().max())
                .max().orElse(0));
        Scale totals = Scale.fitting(run.models().stream().mapToDouble(ModelResult::elapsedMs).max().orElse(0));
        String in = " (" + waits.unit() + ")";
        return new PageTable(List.of("in the room", "deliveries", "missing", "duplicate", "foreign", "out of order",
                "p50" + in, "p99" + in, "max" + in, "total (" + totals.unit() + ")", "threads", "RSS (MiB)", "CPU (s)"),
                run.models().stream().filter(model -> model.chat() != null)
                        .map(model -> row(model, model.chat(), waits, totals)).toList());
    }

    private static PageTable.Row row(ModelResult model, ChatResult chat, Scale waits, Scale totals) {
        boolean seen = model.threadsPeak() > 0;
        return new PageTable.Row(model.label(), PageTable.color(model), List.of(
                Words.number(chat.entered()) + " of " + Words.number(chat.members()), Words.number(chat.deliveries()),
                Words.number(chat.deliveriesMissing()), Words.number(chat.deliveriesDuplicate()),
                Words.number(chat.deliveriesForeign()), Words.number(chat.outOfOrder()),
                time(chat, waits, LatencyMs::p50), time(chat, waits, LatencyMs::p99), time(chat, waits, LatencyMs::max),
                PageTable.number(totals.ofMs(model.elapsedMs())),
                seen ? Words.number(model.threadsPeak()) : "–",
                seen ? Words.format("%,.0f", model.rssPeakBytes() / 1048576.0) : "–",
                seen ? Words.format("%.2f", model.cpuMs() / 1000) : "–"), model.verdict());
    }

    private static String time(ChatResult chat, Scale scale, ToDoubleFunction<LatencyMs> which) {
        return chat.deliveryMs() == null ? "–"
                : PageTable.number(scale.ofMs(which.applyAsDouble(chat.deliveryMs())));
    }
}
