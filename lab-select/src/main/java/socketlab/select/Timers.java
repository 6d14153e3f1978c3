package socketlab.select;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Actions that are to run later, the earliest first; two for the same moment in the order in which they were added. A
 * client that waits is one entry here.
 *
 * <p>It knows the time only from its clock and has no thread of its own. Used by one thread.
 */
public final class Timers {
    /** What {@link #nanosToNext} returns when there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long FARTHEST = Long.MAX_VALUE / 2;   // so that the distance of any two deadlines fits a long

    private final LongSupplier clock;
    private final PriorityQueue<Timer> waiting = new PriorityQueue<>(Timer.SOONEST);
    private long added;
    private int cancelled;   // of those waiting

    /** The clock gives nanoseconds, as {@link System#nanoTime} does: from no particular zero. */
    public Timers(LongSupplier clock) {
        this.clock = clock;
    }

    /** One action that is to run, unless it is cancelled first. */
    public final class Timer {
        // Differences, not values: the clock may pass Long.MAX_VALUE and go on below zero.
        private static final Comparator<Timer> SOONEST =
                (a, b) -> a.due != b.due ? Long.signum(a.due - b.due) : Long.compare(a.number, b.number);

        private final long due;
        private final long number;
        private Runnable action;   // null: it has run, or never will

        private Timer(long due, long number, Runnable action) {
            this.due = due;
            this.number = number;
            this.action = action;
        }

        /** Without effect when the action has run already. */
        public void cancel() {
            if (action != null) {
                action = null;   // what it refers to may be collected now, though the entry stays
                cancelled++;
                sweep();
            }
        }
    }

    /** Runs the action once, this many nanoseconds from now: never early; zero or less is due at once. */
    public Timer after(long nanos, Runnable action) {
        long due = clock.getAsLong() + Math.clamp(nanos, 0, FARTHEST);
        Timer timer = new Timer(due, added++, action);
        waiting.add(timer);
        return timer;
    }

    /** Nanoseconds until the next action is due; zero or less: it is due now; {@link #NEVER} when there is none. */
    public long nanosToNext() {
        dropCancelled();
        return waiting.isEmpty() ? NEVER : waiting.peek().due - clock.getAsLong();
    }

    /** Runs everything that is due by now, as one batch: what that adds in turn belongs to the next batch. */
    public void runDue(Executor runner) {
        dropCancelled();
        if (waiting.isEmpty()) {
            return;   // reading the clock costs more than looking
        }
        long now = clock.getAsLong();
        long batch = added;
        while (!waiting.isEmpty() && waiting.peek().due - now <= 0 && waiting.peek().number < batch) {
            Runnable action = waiting.peek().action;
            waiting.remove().action = null;
            runner.execute(action);
            dropCancelled();
        }
    }

    private void dropCancelled() {
        while (!waiting.isEmpty() && waiting.peek().action == null) {
            waiting.remove();
            cancelled--;
        }
    }

    /** Taking one out of the middle of a heap is a search through it; so now and then all cancelled ones go at once. */
    private void sweep() {
        if (cancelled > waiting.size() / 2) {
            waiting.removeIf(timer -> timer.action == null);
            cancelled = 0;
        }
    }
}
