package socketlab.lab.talk;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Messages to and from one chat server: one thread sends while another receives, and any thread may close. */
interface ChatChannel extends AutoCloseable {

    /** Our own address, as the server sees it. */
    InetSocketAddress localAddress();

    /** Sends one message. */
    void send(String message) throws IOException;

    /** Waits for the next message, which may have several lines; null at the end. */
    String receive() throws IOException;

    /** Nothing more will be sent; messages can still be received. */
    void endOutput() throws IOException;

    @Override
    void close();
}
