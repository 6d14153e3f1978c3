package socketlab.load.chat;

import java.io.IOException;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;

/** A member's way into the room and back, over either transport. Nothing here waits. */
sealed interface ChatTransport permits StreamChatTransport, DatagramChatTransport {

    /** Throws, with one line to show the user, when there is no socket to be had. */
    static ChatTransport of(LoadContext shared, Member member) throws IOException {
        return switch (shared.plan().transport()) {
            case TCP -> new StreamChatTransport(shared, member);
            case UDP -> new DatagramChatTransport(shared, member);
        };
    }

    /** How much the kernel takes in for a member that does not listen; before it connects. */
    void receiveBuffer(int bytes) throws IOException;

    /** True when connected at once. */
    boolean connect() throws IOException;

    boolean finishConnect() throws IOException;

    int port() throws IOException;

    /** False while the kernel has no room for all of it; nothing else may be said meanwhile. */
    boolean say(byte[] message) throws IOException;

    /** Goes on with what was begun; true when all of it is on its way. */
    boolean flush() throws IOException;

    /** Takes in what has come; false when there was nothing. */
    boolean listen() throws IOException;

    /** The next whole message of what was taken in, or null. */
    byte[] next() throws FrameException;

    boolean hasEnded();

    /** While it does not, the kernel keeps what comes, as far as it has room. */
    void attend(boolean listens);

    void close();
}
