package socketlab.report.kind;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;

/**
 * A column of the table of results. A terminal shows each value with its own unit, at most 120 characters in all; a page
 * names one unit in the heading, so that numbers can be compared down a column.
 *
 * @param onTerminal whether a terminal has room for it
 * @param heading on a terminal
 * @param text the cell on a terminal; null where the value is unknown
 * @param page the heading and the cells on a page; null: not on pages
 */
public record ResultColumn(boolean onTerminal, String heading, Function<ModelResult, String> text,
        Function<List<ModelResult>, PageColumn> page) {
    private static final String UNKNOWN = "–";
    private static final double MIB = 1024 * 1024;

    /** A column of a page; a dash stands where a value is unknown. */
    public record PageColumn(String heading, List<String> cells) {}

    /** The same column on pages only. */
    ResultColumn pageOnly() {
        return new ResultColumn(false, heading, text, page);
    }

    /** The same column on a terminal only. */
    ResultColumn terminalOnly() {
        return new ResultColumn(onTerminal, heading, text, null);
    }

    /** The same text in both places; null where the value is unknown. */
    static ResultColumn text(String heading, Function<ModelResult, String> text) {
        return column(heading, text, heading, text);
    }

    static ResultColumn count(String heading, ToLongFunction<ModelResult> count) {
        return text(heading, result -> Formats.number(count.applyAsLong(result)));
    }

    /** A time in milliseconds; null where it is unknown. */
    static ResultColumn time(String heading, Function<ModelResult, Double> ms) {
        return new ResultColumn(true, heading, result -> mapped(ms.apply(result), Formats::time), results -> {
            TimeUnitScale scale = TimeUnitScale.fitting(results.stream().map(ms).filter(value -> value != null)
                    .mapToDouble(value -> value).max().orElse(0));
            return new PageColumn(heading + " (" + scale.unit() + ")", results.stream().map(
                    result -> known(mapped(ms.apply(result), value -> Formats.figure(scale.ofMs(value))))).toList());
        });
    }

    /** A rate per second, with the unit in the heading of both; null where it is unknown. */
    static ResultColumn rate(String heading, String pageHeading, Function<ModelResult, Double> perSecond) {
        return column(heading, result -> mapped(perSecond.apply(result), value -> value >= 10
                ? Formats.number(Math.round(value)) : Formats.format("%.2f", value)), pageHeading,
                result -> mapped(perSecond.apply(result), Formats::figure));
    }

    /** What became of the server, where that is not always the same. */
    static ResultColumn server() {
        return text("server", result -> result.crash() == null ? "ok" : "crashed");
    }

    /** Threads, memory and CPU time of the server; unknown for a foreign one. */
    static List<ResultColumn> resources() {
        return List.of(text("threads", watched(result -> Formats.number(result.threadsPeak()))),
                column("RSS", watched(result -> Formats.bytes(result.rssPeakBytes())), "RSS (MiB)",
                        watched(result -> Formats.format("%,.0f", result.rssPeakBytes() / MIB))),
                column("CPU", watched(result -> Formats.time(result.cpuMs())), "CPU (s)",
                        watched(result -> Formats.figure(result.cpuMs() / 1000))));
    }

    private static Function<ModelResult, String> watched(Function<ModelResult, String> text) {
        return result -> result.threadsPeak() == 0 ? null : text.apply(result);
    }

    static ResultColumn column(String heading, Function<ModelResult, String> text, String pageHeading,
            Function<ModelResult, String> pageText) {
        UnaryOperator<String> known = ResultColumn::known;
        return new ResultColumn(true, heading, text, results -> new PageColumn(pageHeading,
                results.stream().map(pageText.andThen(known)).toList()));
    }

    private static String mapped(Double value, Function<Double, String> text) {
        return value == null ? null : text.apply(value);
    }

    private static String known(String text) {
        return text == null ? UNKNOWN : text;
    }
}
