package socketlab.lab.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import socketlab.report.prose.ChatText;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/**
 * What a run amounts to.
 *
 * @param exitCode 0: all well; 3: requests failed or an assertion did not hold; 4: the machine was too noisy to tell
 * @param words    why it is not 0, one line each
 */
public record RunOutcome(int exitCode, List<String> words) {
    public static final int FAILED = 3;
    public static final int INCONCLUSIVE = 4;

    /** An assertion missed on a noisy machine proves nothing, so it makes the run inconclusive and not failed. */
    public static RunOutcome of(Run run, List<Assertion> assertions) {
        return of(run, assertions, Set.of());
    }

    /** The same; the failures of those models are no failure, for they are what is to be shown. */
    public static RunOutcome of(Run run, List<Assertion> assertions, Set<String> mayFail) {
        List<String> noisy = run.models().stream().filter(result -> result.inconclusive())
                .map(result -> Assertion.name(result, run.load())).toList();
        List<String> words = new ArrayList<>();
        boolean failed = false;
        for (ModelResult result : run.models()) {
            List<String> failures = failures(result, run.load());
            failed |= !failures.isEmpty() && !mayFail.contains(result.model())
                    && !mayFail.contains(Assertion.name(result, run.load()));
            words.addAll(failures);
        }
        for (Assertion assertion : assertions) {
            List<Assertion.Miss> misses = assertion.misses(run);
            failed |= !misses.stream().allMatch(Assertion.Miss::noisy);
            misses.forEach(miss -> words.add(miss.words()));
        }
        if (!noisy.isEmpty()) {
            words.add("inconclusive, the machine was too noisy even when repeated: " + String.join(", ", noisy));
        }
        return new RunOutcome(failed ? FAILED : noisy.isEmpty() ? 0 : INCONCLUSIVE, List.copyOf(words));
    }

    private static List<String> failures(ModelResult result, LoadSettings load) {
        List<String> words = new ArrayList<>();
        if (result.failed() > 0) {
            words.add("%s: %d of %d requests failed %s".formatted(
                    Assertion.name(result, load), result.failed(), result.requests(), result.errors()));
        }
        if (result.chat() != null && result.chat().failed() > 0) {
            words.add(Assertion.name(result, load) + ": " + ChatText.failures(result.chat()));
        }
        return words;
    }
}
