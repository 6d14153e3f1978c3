package socketlab.report.prose;

import java.util.Comparator;
import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.QueueComparison;

/** The measured wait in the queue beside the Pollaczek-Khinchine formula, in words. */
public final class QueueText {
    private QueueText() {}

    /** The finding in one sentence; every step has a queue, and there is at least one. */
    public static String title(List<ModelResult> steps) {
        List<ModelResult> telling = steps.stream().filter(step -> step.queue().hasInterval()).toList();
        if (2 * telling.size() < steps.size()) {
            return "Most steps have too few requests to compare the mean wait with theory";
        }
        ModelResult most = telling.stream().max(Comparator.comparingDouble(step -> step.queue().waitMs())).orElseThrow();
        String longest = ms(most.queue().waitMs()) + " at a utilisation of " + busy(most);
        long agree = telling.stream().filter(step -> step.queue().agrees()).count();
        return agree == telling.size() ? "The mean wait agrees with theory, up to " + longest
                : agree == 0 ? "The mean wait does not agree with theory: " + longest
                : "The mean wait agrees with theory at " + agree + " of " + telling.size() + " rates; the longest is " + longest;
    }

    /** To follow another sentence: measured and expected wait of each step; empty where theory does not apply. */
    public static String sentence(List<ModelResult> steps) {
        List<String> waits = steps.stream().filter(step -> step.queue() != null).map(QueueText::wait).toList();
        return waits.isEmpty() ? "" : " Mean wait, measured and by Pollaczek-Khinchine: " + String.join("; ", waits) + ".";
    }

    private static String wait(ModelResult step) {
        QueueComparison queue = step.queue();
        return ms(queue.waitMs()) + (queue.hasInterval() ? " (95 %: " + ms(Math.max(0, queue.lowMs())) + " to "
                + ms(queue.highMs()) + ")" : "") + " and " + ms(queue.expectedWaitMs()) + " at a utilisation of " + busy(step);
    }

    /** With one more digit than usual: the interval is often as narrow as the rounding. */
    private static String ms(double ms) {
        return Formats.format(ms < 9.995 ? "%.2f ms" : "%.1f ms", ms);
    }

    private static String busy(ModelResult step) {
        return Formats.format("%.0f %%", step.queue().busyPercent());
    }

    /** The formula, and what a hollow mark means; every step has a queue. */
    public static List<String> notes(List<ModelResult> steps) {
        double service = steps.stream().mapToDouble(step -> step.queue().serviceMs()).average().orElseThrow();
        String formula = "Formula: rate x mean of S² / (2 (1 - u)) with the measured service time S, "
                + ms(service) + " on average, and the utilisation u (Pollaczek 1930, Khinchine 1932).";
        return steps.stream().allMatch(step -> step.queue().hasInterval()) ? List.of(formula) : List.of(formula,
                "A hollow mark has no interval: too few requests for independent batches.");
    }
}
