package socketlab.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server does next for one client. The client's next message waits until it is done.
 *
 * <p>A session <em>returns</em> the next step instead of performing it. So one client has one message in flight, and
 * each model decides how to wait. This is the seam between services and models.
 */
public sealed interface Next {
    Next READY = new Ready();
    Next HANG_UP = new HangUp();

    /** Read on. */
    record Ready() implements Next {}

    /** Send the message, then go on. Waits while the client is slow to read. */
    record Reply(byte[] message, Next then) implements Next {}

    /** Wait, then ask {@code then} for the next step. Stands for a database, a disk, another service. */
    record Sleep(Duration time, Supplier<Next> then) implements Next {}

    /**
     * CPU work. The task may run on another thread, so it uses neither session nor peer; {@code then} runs on the
     * session's thread.
     */
    record Compute<T>(Callable<T> task, Function<? super T, ? extends Next> then) implements Next {
        /** Runs the task on the calling thread. */
        public Next inline() throws Exception {
            return then.apply(task.call());
        }
    }

    /** Close the connection after all replies have been sent. */
    record HangUp() implements Next {}
}
