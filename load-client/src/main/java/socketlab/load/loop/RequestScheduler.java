package socketlab.load.loop;

import socketlab.load.net.LoadContext;
import socketlab.load.plan.Loop;

/**
 * Whose turn it is to ask, and for which moment: all that a closed loop and an open one differ in. On the loop thread;
 * times are nanoseconds since the plan's zero.
 */
sealed interface RequestScheduler permits ClosedLoopScheduler, OpenLoopScheduler {
    long NEVER = Long.MAX_VALUE / 2;   // leaves room to add to it

    static RequestScheduler of(LoadContext shared) {
        return switch (shared.plan().timing().loop()) {
            case Loop.Closed _ -> new ClosedLoopScheduler(shared.plan());
            case Loop.Open open -> new OpenLoopScheduler(open, shared);
        };
    }

    /** The clock starts. */
    void begin(long now);

    /** This client waits for nothing any more and has requests left. */
    void free(VirtualUser client, long now);

    /** Who asks now; null: nobody yet. */
    VirtualUser next(long now);

    /** When the request of the last {@link #next} was meant to start. */
    long moment();

    /** When somebody may ask who must wait now, although nobody was answered meanwhile; {@link #NEVER} where none. */
    long due();

    /** So close to a moment that a selector, which sleeps in whole milliseconds, would oversleep. */
    default boolean isSoon(long now) {
        return false;
    }

    /** Nobody will ask again. */
    boolean isOver(long now);

    /** The load is at its end, and whoever was to be woken is not. */
    default void end() {}
}
