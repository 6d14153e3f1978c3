package socketlab.load.loop;

import socketlab.load.net.LoadContext;
import socketlab.load.plan.Loop;

/**
 * Which client sends the next request, and when: all that a closed and an open loop differ in. Loop thread only; times are
 * nanoseconds since the plan's zero.
 */
sealed interface RequestScheduler permits ClosedLoopScheduler, OpenLoopScheduler {
    long NEVER = Long.MAX_VALUE / 2;   // leaves room to add to it

    static RequestScheduler of(LoadContext context) {
        return switch (context.plan().timing().loop()) {
            case Loop.Closed _ -> new ClosedLoopScheduler(context.plan());
            case Loop.Open open -> new OpenLoopScheduler(open, context);
        };
    }

    /** The clock starts. */
    void start(long now);

    /** This client has no request in flight and has requests left. */
    void makeAvailable(VirtualUser user, long now);

    /** Whether a client waits for its next request; where none does, {@link #poll} returns null whatever the time. */
    boolean hasAvailable();

    /** The client whose next request starts now, or null: none yet. */
    VirtualUser poll(long now);

    /** When the request of the last {@link #poll} was intended to start. */
    long intendedNanos();

    /** When a request may start although no client has become available meanwhile; {@link #NEVER} where none will. */
    long nextDueNanos();

    /** Whether a request is due so soon that a selector, which waits in whole milliseconds, would return too late. */
    default boolean isImminent(long now) {
        return false;
    }

    /** No further request will start. */
    boolean isExhausted(long now);

    /** The load has ended. */
    default void stop() {}
}
