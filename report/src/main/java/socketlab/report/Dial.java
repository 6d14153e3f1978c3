package socketlab.report;

import java.util.function.ToDoubleFunction;

/** What a sweep turns up from step to step. */
enum Dial {
    IDLE("idle clients", ModelResult::idle),
    CLIENTS("clients at once", ModelResult::clients),
    RATE("offered (requests per second)", ModelResult::ratePerS);

    private final String title;
    private final ToDoubleFunction<ModelResult> level;

    Dial(String title, ToDoubleFunction<ModelResult> level) {
        this.title = title;
        this.level = level;
    }

    static Dial of(Run run) {
        return switch (run.load().sweep()) {
            case "clients" -> CLIENTS;
            case "rate" -> RATE;
            default -> IDLE;
        };
    }

    /** What stands along the axis. */
    String title() {
        return title;
    }

    double at(ModelResult result) {
        return level.applyAsDouble(result);
    }

    /** {@code beside 10 idle clients}, {@code with 50 clients}, {@code at 800/s}. */
    String words(double level) {
        return switch (this) {
            case IDLE -> "beside " + Words.count(Math.round(level), "idle client");
            case CLIENTS -> "with " + Words.count(Math.round(level), "client");
            case RATE -> "at " + Words.rate(level);
        };
    }
}
