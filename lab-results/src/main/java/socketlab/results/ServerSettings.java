package socketlab.results;

/**
 * What was the same for every model in a run, so that none of them won by its settings.
 *
 * @param backlog connections that may wait to be accepted, before the kernel's own cap
 * @param heapMaxBytes the heap each server under test was allowed
 * @param inlineCompute computing was done by the thread that serves, also where the model has workers for it
 */
public record ServerSettings(int backlog, boolean tcpNodelay, long heapMaxBytes, String jvmFlags,
                       boolean inlineCompute) {
    static final ServerSettings UNKNOWN = new ServerSettings(0, true, 0, "", false);
}
