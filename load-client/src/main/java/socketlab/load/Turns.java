package socketlab.load;

/**
 * Whose turn it is to ask, and for which moment: all that a closed loop and an open one differ in. On the loop thread;
 * times are nanoseconds since the plan's zero.
 */
sealed interface Turns permits ClosedTurns, OpenTurns {
    long NEVER = Long.MAX_VALUE / 2;   // leaves room to add to it

    static Turns of(Shared shared) {
        return switch (shared.plan().loop()) {
            case Loop.Closed _ -> new ClosedTurns(shared.plan());
            case Loop.Open open -> new OpenTurns(open, shared);
        };
    }

    /** The clock starts. */
    void begin(long now);

    /** This client waits for nothing any more and has requests left. */
    void free(Client client, long now);

    /** Who asks now; null: nobody yet. */
    Client next(long now);

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
