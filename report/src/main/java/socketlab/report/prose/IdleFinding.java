package socketlab.report.prose;

import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;

/** One model with idle clients: the latency of the active clients, and the cost of an idle one. */
public record IdleFinding(LoadSettings load, ModelSeries series) {

    /** {@code 2,000 requests with 1,000 idle clients: p50 41 µs; each idle client costs 3.1 KiB and no thread.} */
    public String sentence() {
        if (series.requests() == 0) {
            return "No requests were sent.";
        }
        List<ModelResult> answered = series.steps().stream().filter(step -> step.latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return "No request succeeded with " + counts(series.steps()) + ": " + failures() + "."
                    + cost().map(text -> " " + Formats.capital(text) + ".").orElse("");
        }
        String failed = series.failed() == 0 ? "" : Formats.number(series.failed()) + " of "
                + Formats.count(series.requests(), "request") + " failed (" + failures() + "), so it is not ranked. ";
        return failed + (answered.size() == 1 ? one(answered.getFirst()) : several(answered))
                + cost().map(text -> "; " + text).orElse("") + ".";
    }

    private String one(ModelResult step) {
        return Formats.count(step.succeeded(), noun()) + " with " + counts(List.of(step)) + ": p50 "
                + Formats.time(step.latencyMs().p50()) + predicted(step);
    }

    /** {@code 2,000 requests each: p50 31 µs with 10 idle clients and 520 µs with 5,000, 17 times as long}. */
    private String several(List<ModelResult> steps) {
        ModelResult first = steps.getFirst();
        // Of many steps a sentence names the first and the last; the chart shows the others.
        List<ModelResult> named = steps.size() <= 3 ? steps : List.of(first, steps.getLast());
        List<String> times = named.stream().map(step -> Formats.time(step.latencyMs().p50()) + " with "
                + (step == first ? counts(List.of(step)) : Formats.number(step.idleClients()))).toList();
        return Formats.count(first.succeeded(), noun()) + " each: p50 " + Formats.list(times)
                + (series.grows() ? ", " + Formats.times(series.growth()) + " as long" : "");
    }

    private String noun() {
        return series.failed() > 0 ? "successful request" : "request";
    }

    private static String counts(List<ModelResult> steps) {
        List<String> counts = steps.stream().map(step -> step.idleClients() == 0 ? "no"
                : Formats.number(step.idleClients())).toList();
        return Formats.list(counts) + (counts.equals(List.of("1")) ? " idle client" : " idle clients");
    }

    private static String predicted(ModelResult step) {
        return step.predicted() == null ? "" : ", max " + Formats.time(step.latencyMs().max()) + " (predicted "
                + Formats.time(step.predicted().maxMs()) + ")";
    }

    private Optional<String> cost() {
        return IdleCost.of(series.steps().getLast(), load).map(cost -> series.steps().size() == 1 ? cost.eachText()
                : cost.eachText().replaceFirst("idle client", "of the " + Formats.number(cost.idle())));
    }

    private String failures() {
        return Formats.failures(series.errors(), series.failed());
    }
}
