package socketlab.lab.judge;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import socketlab.lab.machine.StealDetector;
import socketlab.report.prose.ChatText;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/**
 * The exit code of a run, with its reasons.
 *
 * @param exitCode 0: every request succeeded and every assertion holds; 3: requests failed or an assertion does not hold;
 *                 4: inconclusive
 * @param reasons  why it is not 0, one line each; failures that are allowed as well
 */
public record RunOutcome(int exitCode, List<String> reasons) {
    /** Requests failed, or an assertion does not hold. */
    public static final int FAILED = 3;
    /** Others took so much of a core that the results prove nothing. */
    public static final int INCONCLUSIVE = 4;

    /**
     * Judges a run. An assertion that does not hold for an inconclusive result makes the run inconclusive, not failed.
     *
     * @param mayFail names of models whose failed requests do not change the exit code
     */
    public static RunOutcome of(Run run, List<Assertion> assertions, Set<String> mayFail) {
        List<ModelResult> inconclusive = run.models().stream()
                .filter(ModelResult::inconclusive).toList();
        List<String> reasons = new ArrayList<>();
        boolean failed = false;
        for (ModelResult result : run.models()) {
            List<String> failures = failures(result, run.load());
            failed |= !failures.isEmpty() && !mayFail.contains(result.model())
                    && !mayFail.contains(Assertion.name(result, run.load()));
            reasons.addAll(failures);
        }
        for (Assertion assertion : assertions) {
            List<Assertion.Miss> misses = assertion.misses(run);
            failed |= !misses.stream().allMatch(Assertion.Miss::inconclusive);
            misses.forEach(miss -> reasons.add(miss.line()));
        }
        if (!inconclusive.isEmpty()) {
            reasons.add(inconclusive(inconclusive, run));
        }
        return new RunOutcome(failed ? FAILED : inconclusive.isEmpty() ? 0 : INCONCLUSIVE, List.copyOf(reasons));
    }

    private static String inconclusive(List<ModelResult> results, Run run) {
        DoubleSummaryStatistics stolen = results.stream()
                .mapToDouble(result -> result.assessment().stolenPercent()).summaryStatistics();
        String least = format("%.0f", stolen.getMin());
        String most = format("%.0f", stolen.getMax());
        boolean repeated = StealDetector.MAX_ATTEMPTS > 1 && !run.load().foreign() && !run.incomplete();
        return format("inconclusive: %s %% of a core was taken by others%s: %s",
                least.equals(most) ? most : least + " to " + most,
                repeated ? format(" in all %d attempts", StealDetector.MAX_ATTEMPTS) : "",
                results.stream().map(result -> Assertion.name(result, run.load())).collect(Collectors.joining(", ")));
    }

    private static List<String> failures(ModelResult result, LoadSettings load) {
        List<String> reasons = new ArrayList<>();
        if (result.failed() > 0) {
            reasons.add(format("%s: %d of %d requests failed %s",
                    Assertion.name(result, load), result.failed(), result.requests(), result.errors()));
        }
        if (result.probeFailed()) {
            reasons.add(Assertion.name(result, load) + ": the probe after the load was answered wrongly (see the wrong replies)");
        }
        if (result.chat() != null && result.chat().failed() > 0) {
            reasons.add(Assertion.name(result, load) + ": " + ChatText.failures(result.chat()));
        }
        return reasons;
    }
}
