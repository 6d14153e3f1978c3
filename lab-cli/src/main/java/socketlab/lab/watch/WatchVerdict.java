package socketlab.lab.watch;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.machine.NoiseText;
import socketlab.lab.machine.StealDetector;
import socketlab.results.files.OutputLine;
import socketlab.results.statistics.Noise;

/**
 * Judges the lines of a program by what is expected of them.
 *
 * @param expected lists of lines, each list in its order and independent of the others
 * @param never    lines that must not be printed
 * @param within   how far from its time a line may be
 */
public record WatchVerdict(List<List<Expectation>> expected, List<Expectation> never, Duration within) {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    /**
     * The outcome for these lines. Where every one that is missing would be in time if it were allowed to be late by the
     * longest gap that others cause now, the outcome is inconclusive.
     */
    public RunOutcome on(List<OutputLine> lines) {
        List<String> late = misses(lines, within);
        List<String> never = this.never.stream().filter(one -> lines.stream().anyMatch(one::matches))
                .map(one -> format("'%s' was printed", one.text())).toList();
        List<String> reasons = new ArrayList<>(late);
        reasons.addAll(never);
        if (!late.isEmpty() && never.isEmpty()) {
            Noise noise = StealDetector.measure(INTERVAL);
            Duration gap = Duration.ofNanos((long) (noise.longestGapMs() * 1e6));
            if (misses(lines, within.plus(gap)).isEmpty()) {
                reasons.add(format("inconclusive: others take %s%s; close other programs and run again", NoiseText.of(noise),
                        NoiseText.otherLabs()));
                return new RunOutcome(RunOutcome.INCONCLUSIVE, reasons);
            }
        }
        return new RunOutcome(reasons.isEmpty() ? 0 : RunOutcome.FAILED, reasons);
    }

    private List<String> misses(List<OutputLine> lines, Duration within) {
        return expected.stream().flatMap(ordered -> Expectation.misses(ordered, lines, within).stream()).toList();
    }
}
