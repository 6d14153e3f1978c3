package socketlab.report.prose;

import java.util.Comparator;
import java.util.List;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.QueueComparison;

/** In words, how long requests waited for the one server, and how long queueing theory expects them to. */
public final class QueueText {
    private QueueText() {}

    public static boolean known(ModelResult result) {
        return result.queue() != null;
    }

    /** The finding in one sentence; at least one of the steps is known. */
    public static String title(List<ModelResult> steps) {
        List<ModelResult> telling = steps.stream().filter(step -> step.queue().hasInterval()).toList();
        if (2 * telling.size() < steps.size()) {
            return "At most levels too few requests came to tell whether they wait as long as theory expects";
        }
        ModelResult most = telling.stream().max(Comparator.comparingDouble(step -> step.queue().waitMs())).orElseThrow();
        String longest = "a wait of " + ms(most.queue().waitMs()) + " at " + busy(most) + " busy";
        long met = telling.stream().filter(step -> step.queue().agrees()).count();
        return met == telling.size() ? "Requests wait as long as theory expects, up to " + longest
                : met == 0 ? "Requests do not wait as long as theory expects: " + longest
                : "Requests wait as long as theory expects at " + met + " of " + telling.size() + " levels, up to "
                        + longest;
    }

    /** After another sentence: measured against expected for each step, or nothing where theory has nothing to say. */
    public static String sentence(List<ModelResult> steps) {
        List<String> waits = steps.stream().filter(QueueText::known).map(QueueText::wait).toList();
        return waits.isEmpty() ? "" : " Mean wait for its turn, and what Pollaczek and Khinchine expect: "
                + String.join("; ", waits) + ".";
    }

    private static String wait(ModelResult step) {
        QueueComparison queue = step.queue();
        return ms(queue.waitMs()) + (queue.hasInterval() ? " (95 %: " + ms(Math.max(0, queue.lowMs())) + " to "
                + ms(queue.highMs()) + ")" : "") + " and " + ms(queue.expectedWaitMs()) + " at "
                + busy(step) + " busy";
    }

    /** With one place more than usual: the interval is often no wider than the rounding. */
    private static String ms(double ms) {
        return Formats.format(ms < 9.995 ? "%.2f ms" : "%.1f ms", ms);
    }

    private static String busy(ModelResult step) {
        return Formats.format("%.0f %%", step.queue().busyPercent());
    }

    public static List<String> notes(List<ModelResult> steps) {
        double service = steps.stream().mapToDouble(step -> step.queue().serviceMs()).average().orElseThrow();
        String expected = "Expected: rate x mean of S² / (2 (1 - u)) for the service time S that was measured, "
                + ms(service) + " on average; u is how busy the server is"
                + " (Pollaczek 1930, Khinchine 1932).";
        return steps.stream().allMatch(step -> step.queue().hasInterval()) ? List.of(expected) : List.of(expected,
                "A hollow mark has no interval: too few requests came for its batches to know nothing of one another.");
    }
}
