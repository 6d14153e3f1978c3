package socketlab.report;

/**
 * What was the same for every model in a run, so that none of them won by its settings.
 *
 * @param backlog connections that may wait to be accepted, before the kernel's own cap
 * @param heapMaxBytes the heap each server under test was allowed
 */
public record Fairness(int backlog, boolean tcpNodelay, long heapMaxBytes, String jvmFlags) {
    static final Fairness UNKNOWN = new Fairness(0, true, 0, "");
}
