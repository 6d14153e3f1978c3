package socketlab.udp;

import java.util.concurrent.Callable;
import socketlab.core.Next;

/** How a client goes on once its wait is over; on the loop thread, and without effect when the client has gone. */
@FunctionalInterface
interface Resume {
    void with(Callable<? extends Next> then);
}
