package socketlab.load.log;

import org.HdrHistogram.Histogram;

/** The deliveries of a chat, counted and timed on the loop thread. Recording one allocates nothing. */
public final class DeliveryStats {
    private static final long HIGHEST_US = 24L * 3600 * 1_000_000;   // the longest timeout

    public final Histogram latency = new Histogram(1, HIGHEST_US, 3);
    public final Histogram latencyWhileHashing = new Histogram(1, HIGHEST_US, 3);
    public long delivered;
    public long duplicate;
    public long foreign;

    /**
     * Counts a message that another member received.
     *
     * @param latencyUs    microseconds from the time the message was intended to be sent until another member received it
     * @param whileHashing whether the server was hashing a member's password at the beginning or at the end of this time
     */
    public void delivered(long latencyUs, boolean whileHashing) {
        delivered++;
        latency.recordValue(Math.clamp(latencyUs, 0, HIGHEST_US));
        if (whileHashing) {
            latencyWhileHashing.recordValue(Math.clamp(latencyUs, 0, HIGHEST_US));
        }
    }
}
