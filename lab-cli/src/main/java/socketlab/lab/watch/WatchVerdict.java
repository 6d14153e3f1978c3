package socketlab.lab.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.machine.StealDetector;
import socketlab.results.files.OutputLine;

/**
 * What was expected of a program's lines, and what came of it.
 *
 * @param expected lists of lines, each list in its order and independent of the others
 * @param never what must not come
 * @param within how far from its time a line may be
 */
public record WatchVerdict(List<List<Expectation>> expected, List<Expectation> never, Duration within) {
    private static final Duration LISTEN = Duration.ofMillis(300);

    /** Measures how noisy the machine is where something was missed: then it proves nothing. */
    public RunOutcome on(List<OutputLine> lines) {
        List<String> words = new ArrayList<>();
        expected.forEach(ordered -> words.addAll(Expectation.misses(ordered, lines, within)));
        boolean noise = !words.isEmpty() && StealDetector.stolenPercent(LISTEN) > StealDetector.NOISY_PERCENT;
        if (noise) {
            words.add("inconclusive, the machine is too noisy");
        }
        never.stream().filter(one -> lines.stream().anyMatch(one::isMet))
                .forEach(one -> words.add("'%s' came".formatted(one.words())));
        return new RunOutcome(words.isEmpty() ? 0 : noise ? RunOutcome.INCONCLUSIVE : RunOutcome.FAILED, words);
    }
}
