package socketlab.report.analysis;

import java.util.List;
import java.util.Optional;
import socketlab.results.ModelResult;
import socketlab.results.SelfChecks;

/** Where more load buys nothing any more: the last step of a sweep that its model still kept up with. */
public final class Knee {
    /** Who answers fewer of those that come falls behind, and its queue grows for as long as they come. */
    static final double KEPT_UP = 0.95;
    /** With fewer clients than at the knee this share of the most answers is not reached. */
    static final double NEARLY_ALL = 0.9;

    private Knee() {}

    /** Empty where the sweep did not get that far: then nobody knows where the knee lies. */
    public static Optional<ModelResult> of(SweepVariable dial, ModelSeries sweep) {
        List<ModelResult> steps = sweep.steps();
        return switch (dial) {
            case IDLE -> Optional.empty();
            case RATE -> rate(steps);
            case CLIENTS -> clients(steps);
        };
    }

    public static boolean keepsUp(ModelResult step) {
        return step.failed() == 0 && step.throughputPerS() >= KEPT_UP * came(step);
    }

    /** Per second: chance may send fewer than were asked for, and then fewer can be answered. */
    private static double came(ModelResult step) {
        SelfChecks checks = step.checks();
        return checks == null || checks.sending().achievedPerS() <= 0 || step.requests() == 0 ? step.ratePerS()
                : checks.sending().achievedPerS() * (step.requests() + checks.sending().notSent()) / step.requests();
    }

    private static Optional<ModelResult> rate(List<ModelResult> steps) {
        long kept = steps.stream().takeWhile(Knee::keepsUp).count();
        return kept == 0 || kept == steps.size() ? Optional.empty() : Optional.of(steps.get((int) kept - 1));
    }

    private static Optional<ModelResult> clients(List<ModelResult> steps) {
        List<ModelResult> sound = steps.stream().filter(Matrix::sound).toList();
        double most = sound.stream().mapToDouble(ModelResult::throughputPerS).max().orElse(0);
        return sound.stream().filter(step -> step.throughputPerS() >= NEARLY_ALL * most).findFirst()
                .filter(step -> step != sound.getLast());
    }
}
