package socketlab.results;

/**
 * Settings that all servers of a run share, so that no model wins by its settings.
 *
 * @param backlog the number passed to {@code listen}; the kernel may cap it
 * @param heapMaxBytes the heap limit of each server's JVM
 * @param inlineCompute CPU work runs on the serving thread, even where the model has workers for it
 */
public record ServerSettings(int backlog, boolean tcpNodelay, long heapMaxBytes, String jvmFlags, boolean inlineCompute) {
    static final ServerSettings UNKNOWN = new ServerSettings(0, true, 0, "", false);
}
