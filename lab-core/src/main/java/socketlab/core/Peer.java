package socketlab.core;

import java.net.SocketAddress;

/** A client as other sessions see it; any thread may call, and no call ever waits or calls back into a session. */
public interface Peer {

    /** This is the K-th client of this server, counted from 1. */
    long id();

    SocketAddress address();

    /** The name the console's list shows. */
    void label(String name);

    /**
     * Appends a message to the client's bounded send queue. A reader too slow for it is hung up on. Ignored once the
     * client is gone. The service must say {@link Service#pushes()}.
     */
    void push(byte[] message);

    /** Ends this client after its current step, once everything said has left. */
    void hangUp();
}
