package socketlab.udp;

import java.time.Duration;
import socketlab.udp.Wire.Datagram;

/** Where one peer's steps are run: in this the three models differ, and in nothing else. */
interface Place {

    /** On the loop thread: opens the session, then serves it this. */
    void open(Datagram first);

    /** On the loop thread: serves this, or lets it wait. False: it has left, so this is from somebody new. */
    boolean hear(Datagram next);

    /** On the loop thread: in the middle of a step, and has every right to be silent. */
    boolean busy();

    /** Any thread: something waits in the outbox and is to be sent. */
    void flush();

    /** Any thread: ends it after its current step; what still waits after the grace is told, or else cut off. */
    void hangUp(Duration grace);
}
