package socketlab.report.analysis;

import java.util.function.ToDoubleFunction;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What a sweep turns up from step to step. */
public enum SweepVariable {
    IDLE("idle clients", ModelResult::idleClients),
    CLIENTS("clients at once", ModelResult::clients),
    RATE("offered (requests per second)", ModelResult::ratePerS);

    private final String title;
    private final ToDoubleFunction<ModelResult> level;

    SweepVariable(String title, ToDoubleFunction<ModelResult> level) {
        this.title = title;
        this.level = level;
    }

    public static SweepVariable of(Run run) {
        return switch (run.load().sweepVariable()) {
            case "clients" -> CLIENTS;
            case "rate" -> RATE;
            default -> IDLE;
        };
    }

    /** What stands along the axis. */
    public String title() {
        return title;
    }

    public double at(ModelResult result) {
        return level.applyAsDouble(result);
    }

    /** {@code beside 10 idle clients}, {@code with 50 clients}, {@code at 800/s}. */
    public String words(double level) {
        return switch (this) {
            case IDLE -> "beside " + Formats.count(Math.round(level), "idle client");
            case CLIENTS -> "with " + Formats.count(Math.round(level), "client");
            case RATE -> "at " + Formats.rate(level);
        };
    }
}
