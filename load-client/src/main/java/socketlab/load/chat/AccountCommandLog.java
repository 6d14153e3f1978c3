package socketlab.load.chat;

import org.HdrHistogram.Histogram;

/** How often one kind of errand was done in vain or not, and how long it took, in microseconds. */
public final class AccountCommandLog {
    private final Histogram latencyUs = new Histogram(3);
    private int failed;

    AccountCommandLog() {}

    public int succeeded() {
        return (int) latencyUs.getTotalCount();
    }

    /** Refused, never answered, or cut off. */
    public int failed() {
        return failed;
    }

    /** Of those that succeeded. */
    public Histogram latencyUs() {
        return latencyUs.copy();
    }

    void end(boolean well, long us) {
        if (well) {
            latencyUs.recordValue(Math.max(0, us));
        } else {
            failed++;
        }
    }
}
