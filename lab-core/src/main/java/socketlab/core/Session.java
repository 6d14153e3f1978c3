package socketlab.core;

import static socketlab.core.Text.utf8;

/** One client's conversation: {@code onOpen}, then {@code onMessage}*, then {@code onClose}; never two at once. */
public interface Session {

    /** The client has been accepted and has said nothing yet. */
    default Next onOpen() {
        return Next.READY;
    }

    /** One whole message, as the framing found it. An exception ends this client and nobody else. */
    Next onMessage(byte[] message) throws Exception;

    /** What arrived is no message (too long, not UTF-8, malformed): the last thing to say before hanging up. */
    default Next onBadFrame(FrameException why) {
        return new Next.Reply(utf8(why.getMessage()), Next.HANG_UP);
    }

    /** Every reply so far has been handed to the kernel: the end of being served, for whoever measures it. */
    default void onSent() {}

    /** The client is gone or is being sent away. Called exactly once, and nothing is called after it. */
    default void onClose() {}
}
