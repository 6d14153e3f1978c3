package socketlab.report.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import socketlab.report.charts.AccountsChart;
import socketlab.report.prose.ChatText;
import socketlab.report.text.Formats;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The columns of a chat: deliveries, their latency, and account commands where there are any. */
final class ChatColumns {
    private ChatColumns() {}

    static List<ResultColumn> of(Run run) {
        boolean classroom = AccountsChart.applies(run);
        List<ResultColumn> columns = new ArrayList<>();
        if (run.models().stream().anyMatch(model -> !model.label().equals(model.model()))) {
            columns.add(of("slow reader", chat -> chat.slowReader() == null ? null
                    : chat.slowReader().dropped() ? "dropped" : "kept"));
        }
        ResultColumn room = ResultColumn.column("in room", model -> model.chat() == null ? null
                : Formats.number(model.chat().room().entered()), "in the room", model -> model.chat() == null ? null
                        : Formats.number(model.chat().room().entered()) + " of " + Formats.number(model.chat().room().members()));
        ResultColumn missing = count("missing", chat -> chat.deliveries().missing());
        columns.add(classroom ? room.pageOnly() : room);
        columns.add(count("deliveries", chat -> chat.deliveries().arrived()));
        if (classroom) {
            columns.add(count("failed", ChatResult::failed));
            columns.add(missing.pageOnly());
        } else {
            columns.add(missing);
            columns.add(count("wrong", chat -> chat.deliveries().wrong()).terminalOnly());
        }
        if (run.models().stream().anyMatch(model -> model.crash() != null)) {
            columns.add(ResultColumn.server());
        }
        columns.add(count("duplicate", chat -> chat.deliveries().duplicate()).pageOnly());
        columns.add(count("foreign", chat -> chat.deliveries().foreign()).pageOnly());
        columns.add(count("out of order", chat -> chat.deliveries().outOfOrder()).pageOnly());
        columns.add(delivery("p50", LatencyMs::p50));
        columns.add(delivery("p99", LatencyMs::p99));
        columns.add(delivery("max", LatencyMs::max));
        if (classroom) {
            columns.add(slowest("log in", chat -> chat.accounts().login()));
            columns.add(slowest("register", chat -> chat.accounts().register()));
        }
        ResultColumn total = ResultColumn.time("total", ModelResult::elapsedMs);
        columns.add(classroom ? total.pageOnly() : total);
        columns.addAll(ResultColumn.resources());
        return columns;
    }

    private static ResultColumn of(String heading, Function<ChatResult, String> text) {
        return ResultColumn.text(heading, model -> model.chat() == null ? null : text.apply(model.chat()));
    }

    private static ResultColumn count(String heading, Function<ChatResult, Long> count) {
        return of(heading, chat -> Formats.number(count.apply(chat)));
    }

    private static ResultColumn delivery(String heading, Function<LatencyMs, Double> which) {
        return ResultColumn.time(heading, model -> model.chat() == null || ChatText.judged(model.chat()) == null ? null
                : which.apply(ChatText.judged(model.chat())));
    }

    private static ResultColumn slowest(String heading, Function<ChatResult, ChatResult.Phase> which) {
        return ResultColumn.time(heading, model -> model.chat() == null || which.apply(model.chat()) == null
                || which.apply(model.chat()).latencyMs() == null ? null : which.apply(model.chat()).latencyMs().max());
    }
}
