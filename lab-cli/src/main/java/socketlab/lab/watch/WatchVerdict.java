package socketlab.lab.watch;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.machine.StealDetector;
import socketlab.results.files.OutputLine;

/**
 * Judges the lines of a program by what is expected of them.
 *
 * @param expected lists of lines, each list in its order and independent of the others
 * @param never    lines that must not be printed
 * @param within   how far from its time a line may be
 */
public record WatchVerdict(List<List<Expectation>> expected, List<Expectation> never, Duration within) {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    /** The outcome for these lines; where one is missing and others take too much of a core, it is inconclusive. */
    public RunOutcome on(List<OutputLine> lines) {
        List<String> reasons = new ArrayList<>();
        expected.forEach(ordered -> reasons.addAll(Expectation.misses(ordered, lines, within)));
        double stolen = reasons.isEmpty() ? 0 : StealDetector.stolenPercent(INTERVAL);
        boolean noisy = stolen > StealDetector.NOISY_PERCENT;
        if (noisy) {
            reasons.add(format("inconclusive: %.0f %% of a core is taken by others", stolen));
        }
        never.stream().filter(one -> lines.stream().anyMatch(one::matches))
                .forEach(one -> reasons.add(format("'%s' was printed", one.text())));
        return new RunOutcome(reasons.isEmpty() ? 0 : noisy ? RunOutcome.INCONCLUSIVE : RunOutcome.FAILED, reasons);
    }
}
