package socketlab.load.loop;

import java.io.IOException;

/** The attachment of a selection key: handles what the selector reports for its channel. Loop thread only. */
sealed interface ChannelHandler permits VirtualUser, IdleClient {
    /**
     * Starts to connect before the clock starts.
     *
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    void preconnect() throws IOException;

    boolean isConnecting();

    /**
     * The channel is ready.
     *
     * @throws IOException as {@link #preconnect}, where it has to connect again
     */
    void advance() throws IOException;

    /** Connecting has taken too long. */
    void abandonConnect();
}
