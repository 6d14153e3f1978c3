package socketlab.results;

/**
 * Settings that all servers of a run share, so that no model wins by its settings.
 *
 * @param backlog the number passed to {@code listen}; the kernel may cap it
 * @param heapMaxBytes the heap limit of each server's JVM
 * @param inlineCompute CPU work runs on the serving thread, even where the model has workers for it
 * @param maxQueuedBytes bytes that may wait to be sent to all clients of a server together; 0: not known, or no limit
 */
public record ServerSettings(int backlog, boolean tcpNodelay, long heapMaxBytes, String jvmFlags, boolean inlineCompute,
        long maxQueuedBytes) {
    static final ServerSettings UNKNOWN = new ServerSettings(0, true, 0, "", false, 0);
}
