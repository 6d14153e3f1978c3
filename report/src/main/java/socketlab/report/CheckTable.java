package socketlab.report;

import java.util.ArrayList;
import java.util.List;

/** What the load client found out about itself, a line for each result; what speaks against its numbers is marked. */
record CheckTable(List<Row> rows) {
    static final List<String> HEADINGS = List.of("Little's law off by (%)", "noise floor", "asked for", "sent",
            "never sent", "sent late", "in flight at the end", "client busy (%)");
    private static final double LITTLE = 5;
    private static final double BUSY = 90;
    private static final double ON_TARGET = 0.95;

    /** One result's cells, in the order of the headings, and what is wrong with them, if anything. */
    record Row(String model, List<String> cells, List<String> doubts) {}

    /** No rows in files of an age in which nothing was checked. */
    static CheckTable of(Run run) {
        return new CheckTable(run.models().stream().filter(model -> model.checks() != null).map(model ->
                new Row(LoadText.grows(run) ? model.model() + " " + Dial.of(run).words(Dial.of(run).at(model))
                        : model.model(), cells(model.checks()), doubts(model.checks()))).toList());
    }

    private static List<String> cells(Checks checks) {
        return List.of(checks.littleOffPercent() == null ? "–" : Words.format("%.1f", checks.littleOffPercent()),
                checks.noiseFloorMs() == null ? "–" : Words.time(checks.noiseFloorMs()),
                checks.targetPerS() <= 0 ? "–" : Words.rate(checks.targetPerS()), Words.rate(checks.achievedPerS()),
                Words.number(checks.notSent()), Words.number(checks.sentLate()), Words.number(checks.inFlightAtEnd()),
                Words.format("%.0f", checks.clientCpuPercent()));
    }

    private static List<String> doubts(Checks checks) {
        List<String> doubts = new ArrayList<>();
        if (checks.littleOffPercent() != null && Math.abs(checks.littleOffPercent()) > LITTLE) {
            doubts.add("answers per second times mean latency is not the number of clients");
        }
        if (checks.targetPerS() > 0 && checks.achievedPerS() < ON_TARGET * checks.targetPerS()) {
            doubts.add("fewer requests were sent than asked for");
        }
        if (checks.notSent() > 0) {
            doubts.add("some were never sent, and are in no percentile");
        }
        if (checks.clientCpuPercent() > BUSY) {
            doubts.add("the client itself was at its limit");
        }
        return doubts;
    }
}
