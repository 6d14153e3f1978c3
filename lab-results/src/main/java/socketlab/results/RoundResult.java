package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One round of one model, so that differences between models can be judged by the spread from round to round.
 *
 * @param round the number that the round's rows have in {@code requests.csv}
 * @param loadStartedMs when its load began, in milliseconds since the run began; in every file the round's times count from here
 * @param failed requests that did not succeed
 * @param throughputPerS successful requests per second
 * @param resources what the server's process needed during this load; all 0 for a foreign server
 */
public record RoundResult(int round, double loadStartedMs, int requests, int failed, @JsonUnwrapped Latency latency,
        double throughputPerS, @JsonUnwrapped ModelResult.Resources resources) {

    /** In milliseconds; null where no request succeeded. */
    public record Latency(Double p50Ms, Double p99Ms, Double maxMs) {}

    /** The same round, which began so many milliseconds after the run. */
    public RoundResult startedAt(double ms) {
        return new RoundResult(round, ms, requests, failed, latency, throughputPerS, resources);
    }

    public RoundResult {
        latency = requireNonNullElse(latency, new Latency(null, null, null));
        resources = requireNonNullElse(resources, ModelResult.Resources.NONE);
    }

    public int succeeded() {
        return requests - failed;
    }
}
