package socketlab.load.log;

import org.HdrHistogram.Histogram;

/** Deliveries counted by what became of them, and how long they took. Adding one allocates nothing. */
public final class DeliveryStats {
    private static final long LONGEST_US = 24L * 3600 * 1_000_000;   // as long as any timeout

    public final Histogram latency = new Histogram(1, LONGEST_US, 3);
    public final Histogram whileHashing = new Histogram(1, LONGEST_US, 3);
    public long delivered;
    public long duplicate;
    public long foreign;

    /**
     * From the moment the message was meant to be said until one of the others had it, in microseconds; at the one or
     * the other of which somebody waited for a hash, or not.
     */
    public void delivered(long latencyUs, boolean besideHash) {
        delivered++;
        latency.recordValue(Math.clamp(latencyUs, 0, LONGEST_US));
        if (besideHash) {
            whileHashing.recordValue(Math.clamp(latencyUs, 0, LONGEST_US));
        }
    }
}
