package socketlab.load.log;

/** Cancels what is running or is about to run; any thread, at any time. */
public final class CancellationToken {
    private Runnable action = () -> {};
    private boolean cancelled;

    /** Sets the action that cancels; it runs at once, on this thread, where {@link #cancel} has been called before. */
    public synchronized void onCancel(Runnable cancelAction) {
        action = cancelAction;
        if (cancelled) {
            cancelAction.run();
        }
    }

    /** Runs the action on this thread. */
    public synchronized void cancel() {
        cancelled = true;
        action.run();
    }
}
