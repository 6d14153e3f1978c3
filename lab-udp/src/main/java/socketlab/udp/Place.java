package socketlab.udp;

import java.time.Duration;

/** Where one peer's steps are run: in this the three servers differ, and in little else. */
interface Place {

    /** On the receiving thread: opens the session, then serves it this. */
    void open(Datagram first);

    /** On the receiving thread: serves this, or lets it wait. False: it has left, so this is from somebody new. */
    boolean hear(Datagram next);

    /** On the receiving thread: in the middle of a step, and has every right to be silent. */
    boolean busy();

    /** Any thread: something has been pushed and is to be sent. */
    void flushPushed();

    /** Any thread: ends it after its current step; what still waits after the grace is told, or else cut off. */
    void hangUp(Duration grace);
}
