package socketlab.load;

/** Stops what is running, or whatever is about to; any thread, at any time. */
final class StopSwitch {
    private Runnable running = () -> { };
    private boolean stopped;

    /** From now on this is what is to be stopped, which may be at once. */
    synchronized void guard(Runnable stop) {
        running = stop;
        if (stopped) {
            stop.run();
        }
    }

    synchronized void stop() {
        stopped = true;
        running.run();
    }
}
