package socketlab.lab.judge;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.SelfChecks;

/** What a reader should know before trusting the figures, a line for each doubt. No data is dropped because of it. */
public final class Warnings {
    private static final double OFF_PERCENT = 5;
    private static final double BUSY_PERCENT = 90;
    private static final int NAMED = 4;

    private final List<ModelResult> results;
    private final LoadSettings load;
    private final List<String> lines = new ArrayList<>();

    private Warnings(List<ModelResult> results, LoadSettings load) {
        this.results = results.stream().filter(result -> result.checks() != null).toList();
        this.load = load;
    }

    /** The warnings about these results; empty where there is no doubt. */
    public static List<String> of(List<ModelResult> results, LoadSettings load) {
        Warnings warnings = new Warnings(results, load);
        warnings.look();
        return warnings.lines;
    }

    private void look() {
        check("throughput x mean latency differs from the number of clients (Little's law): the load client itself was slow",
                checks -> checks.littleOffPercent() != null && checks.littleOffPercent() > OFF_PERCENT,
                checks -> percent(checks.littleOffPercent()) + " off");
        doubt("the latency is close to the load client's own, measured against a responder that does nothing",
                Warnings::nearTheFloor, result -> ms(result.latencyMs().p50()) + " against "
                        + ms(result.checks().noiseFloorMs()));
        check("requests were not sent at the requested rate",
                checks -> checks.sending().notSent() + checks.sending().missed() > 0   // else random arrivals were fewer
                        && checks.sending().achievedPerS()
                                < (1 - OFF_PERCENT / 100) * checks.sending().targetPerS(),
                checks -> format("%.0f of %.0f per second", checks.sending().achievedPerS(),
                        checks.sending().targetPerS()));
        check("requests not sent because no connection was free; their latency is in no figure",
                checks -> checks.sending().notSent() > 0, checks -> format("%,d", checks.sending()
                        .notSent()));
        check("requests sent late although a connection was free: the load client was too slow",
                checks -> checks.sending().missed() > 0, checks -> format("%,d", checks.sending().missed()));
        check("the load client's one thread was always busy, so the server may be faster than measured",
                checks -> checks.sending().targetPerS() == 0 && checks.clientCpuPercent() > BUSY_PERCENT,
                checks -> percent(checks.clientCpuPercent()));
    }

    private static boolean nearTheFloor(ModelResult result) {
        Double floor = result.checks().noiseFloorMs();
        return floor != null && result.latencyMs() != null && floor > result.latencyMs().p50() / 2;
    }

    private void check(String what, Predicate<SelfChecks> doubtful, Function<SelfChecks, String> how) {
        doubt(what, result -> doubtful.test(result.checks()), result -> how.apply(result.checks()));
    }

    private void doubt(String what, Predicate<ModelResult> doubtful, Function<ModelResult, String> how) {
        List<ModelResult> doubted = results.stream().filter(doubtful).toList();
        if (!doubted.isEmpty()) {
            List<String> named = doubted.stream().limit(NAMED)
                    .map(result -> Assertion.name(result, load) + " " + how.apply(result)).toList();
            lines.add(what + ": " + String.join(", ", named)
                    + (doubted.size() > NAMED ? format(" and %d more", doubted.size() - NAMED) : ""));
        }
    }

    private static String percent(double value) {
        return format("%.0f %%", value);
    }

    private static String ms(double value) {
        return format("%.3f ms", value);
    }
}
