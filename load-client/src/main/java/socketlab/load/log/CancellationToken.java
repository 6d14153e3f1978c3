package socketlab.load.log;

/** Stops what is running, or whatever is about to; any thread, at any time. */
public final class CancellationToken {
    private Runnable running = () -> { };
    private boolean stopped;

    /** From now on this is what is to be stopped, which may be at once. */
    public synchronized void onCancel(Runnable stop) {
        running = stop;
        if (stopped) {
            stop.run();
        }
    }

    public synchronized void cancel() {
        stopped = true;
        running.run();
    }
}
