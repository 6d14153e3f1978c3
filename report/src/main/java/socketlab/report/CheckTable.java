package socketlab.report;

import java.util.List;

/**
 * What the load client found out about itself, a line for each result; what speaks against its numbers stands among
 * the warnings.
 */
record CheckTable(List<Row> rows) {
    static final List<String> HEADINGS = List.of("Little's law off by (%)", "noise floor", "asked for", "sent",
            "never sent", "sent late", "late by our fault", "in flight at the end", "client busy (%)");

    /** One result's cells, in the order of the headings. */
    record Row(String model, List<String> cells) {}

    /** No rows in files of an age in which nothing was checked. */
    static CheckTable of(Run run) {
        return new CheckTable(run.models().stream().filter(model -> model.checks() != null).map(model ->
                new Row(LoadText.grows(run) ? model.model() + " " + Dial.of(run).words(Dial.of(run).at(model))
                        : model.model(), cells(model.checks()))).toList());
    }

    private static List<String> cells(Checks checks) {
        return List.of(checks.littleOffPercent() == null ? "–" : Words.format("%.1f", checks.littleOffPercent()),
                checks.noiseFloorMs() == null ? "–" : Words.time(checks.noiseFloorMs()),
                checks.targetPerS() <= 0 ? "–" : Words.rate(checks.targetPerS()), Words.rate(checks.achievedPerS()),
                Words.number(checks.notSent()), Words.number(checks.sentLate()),
                Words.number(checks.missed()), Words.number(checks.inFlightAtEnd()),
                Words.format("%.0f", checks.clientCpuPercent()));
    }
}
