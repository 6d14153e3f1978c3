package socketlab.core;

import static socketlab.core.Text.utf8;

/** One client's conversation: {@code onOpen}, then {@code onMessage}*, then {@code onClose}; never two at once. */
public interface Session {

    /** The client is connected and has sent nothing yet. */
    default Next onOpen() {
        return Next.READY;
    }

    /** One complete message. An exception ends this client only. */
    Next onMessage(byte[] message) throws Exception;

    /** The bytes are not a message (too long, not UTF-8, malformed): the final reply before the server hangs up. */
    default Next onBadFrame(FrameException why) {
        return new Next.Reply(utf8(why.getMessage()), Next.HANG_UP);
    }

    /**
     * The client was silent for the idle timeout and is hung up on next: a service that pushes may push a goodbye. Over
     * UDP nothing else tells the client.
     */
    default void onIdle() {}

    /** All replies so far are with the kernel: the end of the service time, for measurements. */
    default void onSent() {}

    /** The client is gone or is being hung up on. Called exactly once; no other call follows. */
    default void onClose() {}
}
