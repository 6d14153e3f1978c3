package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import socketlab.results.statistics.Prediction;

/**
 * What one model made of the load; a field that nobody could know is null.
 *
 * @param inService how many requests the model works on at once; null means all
 * @param errors outcome name to count, only those that occurred
 * @param lost requests that left and were never heard of again
 * @param latencyMs from the moment a request was meant to start; null when nobody was answered
 * @param uncorrectedMs the same from the moment it was really sent; null unless the loop is open
 * @param serviceMs null for a server that does not tell
 * @param elapsedMs from the first request meant to start to the last answered, added up over the rounds
 * @param predicted null when no prediction applies
 * @param offPercent measured maximum against predicted, in percent of the predicted; null without either
 * @param verdict {@code as predicted}, {@code off}, {@code inconclusive} or {@code no prediction}
 * @param transport {@code tcp} or {@code udp}
 * @param idle clients that were connected and silent beside the load
 * @param cpuMs processor time the server used while the load lasted
 * @param chat what became of the deliveries; null unless the service is a chat
 * @param clients how many asked at once; of the run's load, or of this step of its sweep
 * @param ratePerS the same of the requests per second; 0 in a closed loop
 * @param checks what the client found out about itself; null in files of another age
 * @param queue how the wait for the one server compares with queueing theory; null where that does not apply
 */
public record ModelResult(String model, Integer inService, int rounds, int requests, int succeeded, int failed,
                          Map<String, Integer> errors, int lost, LatencyMs latencyMs, LatencyMs uncorrectedMs,
                          ServiceMs serviceMs, double elapsedMs, double throughputPerS, Predicted predicted,
                          Double offPercent, String verdict, int threadsPeak, long rssPeakBytes, double cpuMs,
                          int threadsIdle, long rssIdleBytes, double stolenPercent, String note,
                          String transport, int idle, ChatResult chat, int clients, double ratePerS, SelfChecks checks,
                          QueueComparison queue) {

    public ModelResult {
        model = requireNonNullElse(model, "unnamed");
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(errors, Map.of())));
        verdict = requireNonNullElse(verdict, Prediction.NONE);
        transport = requireNonNullElse(transport, "tcp");
    }

    /** Of no step in particular, and unchecked. */
    public ModelResult(String model, Integer inService, int rounds, int requests, int succeeded, int failed,
                       Map<String, Integer> errors, int lost, LatencyMs latencyMs, LatencyMs uncorrectedMs,
                       ServiceMs serviceMs, double elapsedMs, double throughputPerS, Predicted predicted,
                       Double offPercent, String verdict, int threadsPeak, long rssPeakBytes, double cpuMs,
                       int threadsIdle, long rssIdleBytes, double stolenPercent, String note,
                       String transport, int idle, ChatResult chat) {
        this(model, inService, rounds, requests, succeeded, failed, errors, lost, latencyMs, uncorrectedMs, serviceMs,
                elapsedMs, throughputPerS, predicted, offPercent, verdict, threadsPeak, rssPeakBytes, cpuMs,
                threadsIdle, rssIdleBytes, stolenPercent, note, transport, idle, chat, 0, 0, null, null);
    }

    /** This result with another verdict, such as {@code inconclusive}, and the reason for it. */
    public ModelResult withVerdict(String verdict, String note) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result with what the server needed before the load began: threads, and resident bytes. */
    public ModelResult withIdle(int threadsIdle, long rssIdleBytes) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result beside so many clients that were connected and silent. */
    public ModelResult withIdleClients(int idle) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result of one step, with so many clients at once and, in an open loop, so many requests per second. */
    public ModelResult withLevel(int clients, double ratePerS) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result with what the client found out about itself. */
    public ModelResult withChecks(SelfChecks checks) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result with the share of time, 0 to 100, that was stolen from the machine while it was measured. */
    public ModelResult withStolen(double stolenPercent) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    /** This result, of a chat. */
    public ModelResult withChat(ChatResult chat) {
        return with(verdict, note, threadsIdle, rssIdleBytes, stolenPercent, idle, chat, clients, ratePerS, checks);
    }

    private ModelResult with(String verdict, String note, int threadsIdle, long rssIdleBytes, double stolenPercent,
                             int idle, ChatResult chat, int clients, double ratePerS, SelfChecks checks) {
        return new ModelResult(model, inService, rounds, requests, succeeded, failed, errors, lost, latencyMs,
                uncorrectedMs, serviceMs, elapsedMs, throughputPerS, predicted, offPercent, verdict, threadsPeak,
                rssPeakBytes, cpuMs, threadsIdle, rssIdleBytes, stolenPercent, note, transport, idle, chat, clients,
                ratePerS, checks, queue);
    }

    /** What tells it from the other results of its run: its model, and whether somebody did not read. */
    public String label() {
        return chat == null || chat.slowReader() == null ? model : besideSlowReader(model);
    }

    /** The label of what the model made of a chat in which somebody did not read. */
    public static String besideSlowReader(String model) {
        return model + " beside a slow reader";
    }
}
