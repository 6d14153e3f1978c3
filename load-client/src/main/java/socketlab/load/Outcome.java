package socketlab.load;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;

/** How a request ended; nothing else can become of one. */
public enum Outcome {
    /** Answered, and rightly. */
    OK,
    /** Never let in: nobody listens there, no way leads there, or this machine had no port left to call from. */
    REFUSED,
    /** Let in, but the connection ended without an answer. */
    RESET,
    /** No answer in the time allowed, connecting included. */
    TIMEOUT,
    /** Sent and never answered, where a network may lose things (datagrams). */
    LOST,
    /** Answered, but not what was asked for, or before it was asked. */
    WRONG,
    /** Still on its way when somebody stopped the load; the end of its duration stops nothing that is on its way. */
    ABORTED;

    /** A handshake that was completed and then reset is no refusal: the server had let the client in. */
    static Outcome of(IOException broken) {
        return switch (broken) {
            case ConnectException _, PortUnreachableException _, NoRouteToHostException _, BindException _ -> REFUSED;
            default -> RESET;
        };
    }
}
