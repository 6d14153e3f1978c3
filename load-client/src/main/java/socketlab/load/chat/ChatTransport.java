package socketlab.load.chat;

import java.io.IOException;
import java.net.InetSocketAddress;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;

/** A member's channel to the chat server, over either transport. No method blocks; loop thread only. */
sealed interface ChatTransport permits StreamChatTransport, DatagramChatTransport {
    /**
     * A channel for this plan's transport.
     *
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    static ChatTransport of(LoadContext context, Member member) throws IOException {
        return switch (context.plan().transport()) {
            case TCP -> new StreamChatTransport(context, member);
            case UDP -> new DatagramChatTransport(context, member);
        };
    }

    /** Sets SO_RCVBUF; has to be called before {@link #connect}. */
    void setReceiveBuffer(int bytes) throws IOException;

    /** Starts to connect. Whether it is connected already. */
    boolean connect() throws IOException;

    boolean finishConnect() throws IOException;

    /** The server's address that it connects to. */
    InetSocketAddress address();

    int localPort() throws IOException;

    /** Whether the kernel has taken the whole message; until {@link #flush} says so, no other may be sent. */
    boolean send(byte[] message) throws IOException;

    /** Goes on with the message that was begun. Whether all of it is sent. */
    boolean flush() throws IOException;

    /** Reads what has arrived. */
    void read() throws IOException;

    /** The next complete message of what has been read, or null. */
    byte[] nextMessage() throws FrameException;

    boolean isEndOfStream();

    /** While it does not read, what arrives stays in the kernel's receive buffer, as far as there is room. */
    void setReading(boolean reading);

    void close();
}
