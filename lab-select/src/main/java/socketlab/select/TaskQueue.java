package socketlab.select;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What other threads ask a loop to do, and the wake-up of a loop that waits for its channels.
 *
 * <p>The loop says that it will block and looks for tasks in one step. So a task either comes before that and the loop
 * does not block, or it comes after and wakes the loop up: none is left waiting. {@link #execute} may be called from any
 * thread, the rest only by the loop's.
 */
final class TaskQueue implements Executor {
    private final Thread loop;
    private final Runnable wakeup;
    private List<Runnable> tasks = new ArrayList<>();   // this and blocked: under the monitor
    private boolean blocked;

    /**
     * An empty queue.
     *
     * @param loop   the thread that runs the tasks; what it asks of itself needs no wake-up
     * @param wakeup makes the loop's current or next wait return at once, as {@code Selector.wakeup} does; it must not
     *               block, for it is called under the monitor
     */
    TaskQueue(Thread loop, Runnable wakeup) {
        this.loop = loop;
        this.wakeup = wakeup;
    }

    /** The task comes after those that are here already. One wake-up is enough for all that come while the loop waits. */
    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (blocked && Thread.currentThread() != loop) {
            blocked = false;
            wakeup.run();
        }
    }

    /** From here on a task wakes the loop up; false when one has come already. */
    synchronized boolean mayBlock() {
        blocked = tasks.isEmpty();
        return blocked;
    }

    /** The wait is over: no task need wake the loop up. */
    synchronized void unblock() {
        blocked = false;
    }

    /** All tasks that have come, in their order; they are the caller's now. */
    synchronized List<Runnable> takeAll() {
        List<Runnable> taken = tasks.isEmpty() ? List.of() : tasks;
        tasks = taken.isEmpty() ? tasks : new ArrayList<>();
        return taken;
    }
}
