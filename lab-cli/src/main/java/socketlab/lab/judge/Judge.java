package socketlab.lab.judge;

import java.util.List;
import java.util.Set;
import socketlab.results.JudgedLatency;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.Verdict;
import socketlab.results.statistics.Noise;
import socketlab.results.statistics.Prediction;

/**
 * By what a run is judged: its assertions or, where it has none, its predictions. Noise makes a judgement inconclusive only
 * where it can have turned it.
 *
 * @param mayFail     names of models whose failed requests do not change the exit code
 * @param acceptNoise judge as if there were no noise
 */
public record Judge(List<Assertion> assertions, Set<String> mayFail, boolean acceptNoise) {

    /** The result with the noise around its measurement; its verdict is inconclusive where the noise can have turned it. */
    public ModelResult judged(ModelResult result, LoadSettings load, Noise noise) {
        ModelResult noisy = result.withStolen(noise.stolenPercent(), noise.longestGapMs());
        return acceptNoise || !turned(noisy, load, noise) ? noisy : noisy.withVerdict(Verdict.INCONCLUSIVE, null);
    }

    private static boolean turned(ModelResult result, LoadSettings load, Noise noise) {
        if (result.verdict() != Verdict.OFF || result.offPercent() == null) {
            return false;   // noise makes no request faster, so it makes nothing look as predicted; and counts stay counts
        }
        JudgedLatency judged = JudgedLatency.of(load);
        double measuredMs = judged.measured(result.latencyMs());
        double predictedMs = judged.predicted(result.predicted());
        double quietMs = (judged == JudgedLatency.MAX ? noise.maximum(measuredMs) : noise.median(measuredMs)).low();
        // Too slow even without the noise, or too fast in spite of it: off.
        return measuredMs > predictedMs
                && Prediction.verdict(Math.max(quietMs, predictedMs), predictedMs) == Verdict.AS_PREDICTED;
    }

    /**
     * Whether another measurement can tell more: noise can have turned what is judged.
     *
     * @param run with one result; what compares it with others is judged when all are there
     */
    public boolean inconclusive(Run run) {
        return assertions.isEmpty() ? run.models().getFirst().inconclusive()
                : assertions.stream().filter(assertion -> !Metrics.compares(assertion.metric()))
                        .flatMap(assertion -> assertion.misses(run, acceptNoise).stream())
                        .anyMatch(Assertion.Miss::inconclusive);
    }

    /** The assertions that hold, whatever becomes of the others. */
    public List<String> held(Run run) {
        return assertions.stream().filter(assertion -> assertion.misses(run, acceptNoise).isEmpty()).map(Assertion::text)
                .toList();
    }

    /** The exit code of a whole run, with its reasons. */
    public RunOutcome outcome(Run run) {
        return RunOutcome.of(run, this);
    }
}
