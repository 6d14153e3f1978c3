package socketlab.core;

import java.net.SocketAddress;

/** A client as other sessions see it. Any thread may call; no call waits, and none calls back into a session. */
public interface Peer {

    /** The number of this client: the first client of a server is 1. */
    long id();

    SocketAddress address();

    /** Sets the name that the console's {@code list} shows. */
    void label(String name);

    /**
     * Appends a message to the client's bounded send queue. A client that reads too slowly for it is hung up on.
     * Ignored when the client is gone; and over UDP, unless a step of the client's own session pushes, while its address has
     * sent only one datagram, for that one may be forged. Only for services whose {@link Service#pushes()} is true.
     */
    void push(byte[] message);

    /** Ends this client after its current step, when all its messages have been sent. */
    void hangUp();
}
