package socketlab.select;

import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Session;

/** What one client has said so far, and what the session makes of it, message by message. */
final class Conversation {
    private final Client client;
    private final Decoder decoder;
    private Session session = message -> Next.HANG_UP;   // until the service has opened one
    private boolean inputEnded;
    private boolean badFrame;
    private boolean replied;
    private volatile boolean ending;

    Conversation(Client client, Decoder decoder) {
        this.client = client;
        this.decoder = decoder;
    }

    Next open(Session session) {
        this.session = session;
        return session.onOpen();
    }

    /** The bytes of one read, or null at the end of the stream, which may complete one more message. */
    void hear(ByteBuffer bytes) {
        if (bytes == null) {
            inputEnded = true;
        } else {
            decoder.feed(bytes);
        }
    }

    /** What the session makes of the next message; null: it has not wholly arrived. */
    Next next() throws Exception {
        try {
            byte[] message = ending || badFrame ? null : message();
            if (message == null) {
                return ending || badFrame || inputEnded ? Next.HANG_UP : null;
            }
            client.spoke();
            return session.onMessage(message);
        } catch (FrameException why) {
            badFrame = true;
            return session.onBadFrame(why);
        }
    }

    private byte[] message() throws FrameException {
        byte[] message = decoder.next();
        return message == null && inputEnded ? decoder.end() : message;
    }

    /** Any thread, and at once: from here on no further message is served. */
    void end() {
        ending = true;
    }

    void replied() {
        replied = true;
    }

    /** Everything said so far has been handed to the kernel. */
    void sent() {
        if (replied) {
            replied = false;
            session.onSent();
        }
    }

    void close() {
        try {
            session.onClose();
        } catch (Throwable bug) {
            client.report(bug);
        }
    }

    /** The client has said more than was served, or is in the middle of it. */
    boolean hasUnserved() {
        try {
            return badFrame || message() != null;
        } catch (FrameException why) {
            return true;
        }
    }
}
