package socketlab.report.analysis;

import java.util.function.ToDoubleFunction;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What changes from step to step of a run: the x axis of its charts. */
public enum SweepVariable {
    IDLE("idle clients", ModelResult::idleClients),
    CLIENTS("clients at once", ModelResult::clients),
    RATE("offered rate (requests per second)", ModelResult::ratePerS);

    private final String title;
    @SuppressWarnings("ImmutableEnumChecker")   // only method references
    private final ToDoubleFunction<ModelResult> level;

    SweepVariable(String title, ToDoubleFunction<ModelResult> level) {
        this.title = title;
        this.level = level;
    }

    /** The variable of the run; idle clients where its load has no sweep. */
    public static SweepVariable of(Run run) {
        return switch (run.load().sweepVariable()) {
            case "clients" -> CLIENTS;
            case "rate" -> RATE;
            default -> IDLE;
        };
    }

    /** The title of the axis. */
    public String title() {
        return title;
    }

    /** The level of one result. */
    public double at(ModelResult result) {
        return level.applyAsDouble(result);
    }

    /** {@code with 10 idle clients}, {@code with 50 clients}, {@code at 800/s}. */
    public String text(double level) {
        return switch (this) {
            case IDLE -> "with " + Formats.count(Math.round(level), "idle client");
            case CLIENTS -> "with " + Formats.count(Math.round(level), "client");
            case RATE -> "at " + Formats.rate(level);
        };
    }
}
