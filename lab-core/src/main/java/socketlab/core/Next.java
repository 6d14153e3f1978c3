package socketlab.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server does next for one client; the client's next message waits until it is done.
 *
 * <p>A session <em>returns</em> the next step instead of performing it. So it cannot say anything but "one message in
 * flight", and how to wait is left to the model: that is the whole seam.
 */
public sealed interface Next {
    Next READY = new Ready();
    Next HANG_UP = new HangUp();

    /** Read on. */
    record Ready() implements Next {}

    /** Send this, then go on; waits if the client is slow to read. */
    record Reply(byte[] message, Next then) implements Next {}

    /** Let time pass, then ask again: stands for a database, a disk, another service. */
    record Sleep(Duration time, Supplier<Next> then) implements Next {}

    /**
     * CPU work. The task touches neither session nor peer, because it may run on another thread; {@code then} runs
     * where the session runs.
     */
    record Compute<T>(Callable<T> task, Function<? super T, ? extends Next> then) implements Next {
        /** Does the work on the calling thread. */
        public Next inline() throws Exception {
            return then.apply(task.call());
        }
    }

    /** Close, after everything said has left. */
    record HangUp() implements Next {}
}
