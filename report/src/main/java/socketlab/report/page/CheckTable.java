package socketlab.report.page;

import java.util.List;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.prose.SweepText;
import socketlab.report.text.Formats;
import socketlab.results.Run;
import socketlab.results.SelfChecks;

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
                new Row(SweepText.grows(run) ? model.model() + " " + SweepVariable.of(run).words(SweepVariable.of(run).at(model))
                        : model.model(), cells(model.checks()))).toList());
    }

    private static List<String> cells(SelfChecks checks) {
        return List.of(checks.littleOffPercent() == null ? "–" : Formats.format("%.1f", checks.littleOffPercent()),
                checks.noiseFloorMs() == null ? "–" : Formats.time(checks.noiseFloorMs()),
                checks.sending().targetPerS() <= 0 ? "–" : Formats.rate(checks.sending().targetPerS()), Formats.rate(checks.sending().achievedPerS()),
                Formats.number(checks.sending().notSent()), Formats.number(checks.sending().sentLate()),
                Formats.number(checks.sending().missed()), Formats.number(checks.sending().inFlightAtEnd()),
                Formats.format("%.0f", checks.clientCpuPercent()));
    }
}
