package socketlab.load.chat;

import org.HdrHistogram.Histogram;

/** The commands of one kind: how many succeeded and failed, and how long they took. */
public final class AccountCommandLog {
    private final Histogram latencyUs = new Histogram(3);
    private int failed;

    AccountCommandLog() {}

    public int succeeded() {
        return (int) latencyUs.getTotalCount();
    }

    /** Refused, not replied to in time, or cut off by a closed connection. */
    public int failed() {
        return failed;
    }

    /** A copy, in microseconds, of the commands that succeeded. */
    public Histogram latencyUs() {
        return latencyUs.copy();
    }

    void record(boolean success, long us) {
        if (success) {
            latencyUs.recordValue(Math.max(0, us));
        } else {
            failed++;
        }
    }
}
