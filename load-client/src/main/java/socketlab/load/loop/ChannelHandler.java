package socketlab.load.loop;

import java.io.IOException;

/** Whom the selector has news for: somebody with requests to make, or somebody who is only there. */
sealed interface ChannelHandler permits VirtualUser, IdleClient {

    /** Opens a socket ahead of the clock. Throws, with one line to show the user, when there is none to be had. */
    void preconnect() throws IOException;

    boolean isConnecting();

    /** The kernel says that something can be done. */
    void advance();

    /** It has been connecting for too long. */
    void giveUp();
}
