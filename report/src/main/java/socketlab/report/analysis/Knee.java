package socketlab.report.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import socketlab.results.ModelResult;
import socketlab.results.SelfChecks;

/** The knee of a sweep: the load beyond which latency grows and throughput does not. */
public final class Knee {
    /** A server that answers a smaller share of the offered requests does not keep up: its queue grows. */
    static final double KEPT_UP = 0.95;
    /** The knee is the fewest clients with this share of the maximum throughput. */
    static final double NEARLY_ALL = 0.9;

    private Knee() {}

    /** The step at the knee; empty where the sweep did not reach it, or where all of the sweep lies beyond it. */
    public static Optional<ModelResult> of(SweepVariable variable, ModelSeries series) {
        List<ModelResult> steps = series.steps();
        return switch (variable) {
            case IDLE -> Optional.empty();
            case RATE -> rate(steps);
            case CLIENTS -> clients(steps);
        };
    }

    /** Whether the server answers at least 95 % of the offered requests, and none fails. */
    public static boolean keepsUp(ModelResult step) {
        return step.failed() == 0 && step.throughputPerS() >= KEPT_UP * offeredPerS(step);
    }

    /** Random arrivals may be fewer than the requested rate, and then fewer can be answered. */
    private static double offeredPerS(ModelResult step) {
        SelfChecks checks = step.checks();
        return checks == null || checks.sending().achievedPerS() <= 0 || step.requests() == 0 ? step.ratePerS()
                : checks.sending().achievedPerS() * (step.requests() + checks.sending().notSent()) / step.requests();
    }

    private static Optional<ModelResult> rate(List<ModelResult> steps) {
        long kept = steps.stream().takeWhile(Knee::keepsUp).count();
        return kept == 0 || kept == steps.size() ? Optional.empty() : Optional.of(steps.get((int) kept - 1));
    }

    private static Optional<ModelResult> clients(List<ModelResult> steps) {
        List<ModelResult> sound = steps.stream().filter(ModelResult::sound).toList();
        return sound.stream().filter(step -> step.throughputPerS() >= NEARLY_ALL * most(sound)).findFirst()
                .filter(step -> step != sound.getLast() && (step != sound.getFirst() || step.clients() == 1));
    }

    /** True when already the first step of a sweep over clients has nearly the maximum throughput. */
    public static boolean isBelow(SweepVariable variable, ModelSeries series) {
        List<ModelResult> sound = series.steps().stream().filter(ModelResult::sound).toList();
        return variable == SweepVariable.CLIENTS && sound.size() > 1 && sound.getFirst().clients() > 1
                && sound.getFirst().throughputPerS() >= NEARLY_ALL * most(sound);
    }

    private static double most(List<ModelResult> sound) {
        return sound.stream().mapToDouble(ModelResult::throughputPerS).max().orElse(0);
    }
}
