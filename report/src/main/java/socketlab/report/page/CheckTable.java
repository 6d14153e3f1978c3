package socketlab.report.page;

import java.util.List;
import socketlab.report.kind.RunKind;
import socketlab.report.text.Formats;
import socketlab.results.Run;
import socketlab.results.SelfChecks;

/** The load client's checks of itself, a line per result; doubts that follow from them are among the warnings. */
record CheckTable(List<Row> rows) {
    static final List<String> HEADINGS = List.of("Little's law off by (%)", "noise floor", "target rate", "sent", "never sent",
            "sent late", "late by the client's fault", "in flight at the end", "client CPU (%)");

    /** One result's cells, in the order of the headings. */
    record Row(String model, List<String> cells) {}

    /** No rows where nothing was checked. */
    static CheckTable of(Run run) {
        RunKind kind = RunKind.of(run);
        return new CheckTable(run.models().stream().filter(model -> model.checks() != null)
                .map(model -> new Row(kind.label(model), cells(model.checks()))).toList());
    }

    private static List<String> cells(SelfChecks checks) {
        SelfChecks.Sending sending = checks.sending();
        return List.of(checks.littleOffPercent() == null ? "–" : Formats.format("%.1f", checks.littleOffPercent()),
                checks.noiseFloorMs() == null ? "–" : Formats.time(checks.noiseFloorMs()),
                sending.targetPerS() <= 0 ? "–" : Formats.rate(sending.targetPerS()), Formats.rate(sending.achievedPerS()),
                Formats.number(sending.notSent()), Formats.number(sending.sentLate()),
                Formats.number(sending.missed()), Formats.number(sending.inFlightAtEnd()),
                Formats.format("%.0f", checks.clientCpuPercent()));
    }
}
