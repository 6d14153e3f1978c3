package socketlab.lab.judge;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.List;
import socketlab.lab.machine.NoiseText;
import socketlab.lab.machine.StealDetector;
import socketlab.report.prose.ChatText;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.Noise;

/**
 * The exit code of a run, with its reasons.
 *
 * @param exitCode 0: every request succeeded and every assertion holds; 3: requests failed, a server crashed, or an
 *                 assertion does not hold;
 *                 4: noise can have turned what is judged
 * @param reasons  why it is not 0, one line each; failures that are allowed as well
 */
public record RunOutcome(int exitCode, List<String> reasons) {
    /** Requests failed, or an assertion does not hold. */
    public static final int FAILED = 3;
    /** What others took of the machine can have turned what is judged. */
    public static final int INCONCLUSIVE = 4;

    /** Judges a run: what surely fails comes before what noise can have turned. */
    static RunOutcome of(Run run, Judge judge) {
        List<String> reasons = new ArrayList<>();
        boolean failed = false;
        for (ModelResult result : run.models()) {
            List<String> failures = failures(result, run.load());
            failed |= result.crash() != null || (!failures.isEmpty() && !judge.mayFail().contains(result.model())
                    && !judge.mayFail().contains(Assertion.name(result, run.load())));
            reasons.addAll(failures);
        }
        List<Assertion.Miss> misses = judge.assertions().stream()
                .flatMap(assertion -> assertion.misses(run, judge.acceptNoise()).stream()).toList();
        misses.forEach(miss -> reasons.add(miss.line()));
        failed |= misses.stream().anyMatch(miss -> !miss.inconclusive());
        List<String> inconclusive = judge.assertions().isEmpty()
                ? run.models().stream().filter(ModelResult::inconclusive).map(result -> Assertion.name(result, run.load()))
                        .toList()
                : misses.stream().filter(Assertion.Miss::inconclusive).map(Assertion.Miss::name).distinct().toList();
        if (!inconclusive.isEmpty()) {
            reasons.add(inconclusive(inconclusive, run));
        }
        return new RunOutcome(failed ? FAILED : inconclusive.isEmpty() ? 0 : INCONCLUSIVE, List.copyOf(reasons));
    }

    /** What was stolen, from whom, by whom as far as that can be seen, and what to do. */
    private static String inconclusive(List<String> names, Run run) {
        Noise noise = Noise.worst(run.models().stream().filter(result -> names.contains(Assertion.name(result, run.load())))
                .map(ModelResult::assessment).map(one -> new Noise(one.stolenPercent(), one.longestGapMs())).toList());
        boolean repeated = StealDetector.MAX_ATTEMPTS > 1 && !run.load().foreign() && !run.incomplete();
        return format("inconclusive: %s: others took %s%s%s. Close other programs and run again, or judge all the same: "
                + "--accept-noise", String.join(", ", names), NoiseText.of(noise),
                repeated ? format(" in all %d attempts", StealDetector.MAX_ATTEMPTS) : "", NoiseText.otherLabs());
    }

    private static List<String> failures(ModelResult result, LoadSettings load) {
        List<String> reasons = new ArrayList<>();
        if (result.failed() > 0) {
            reasons.add(format("%s: %d of %d requests failed %s",
                    Assertion.name(result, load), result.failed(), result.requests(), result.errors()));
        }
        if (result.crash() != null) {
            reasons.add(Assertion.name(result, load) + ": " + result.crash());
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
