package socketlab.load.log;

/** The points in a request's life that are timed; {@link RequestLog} says exactly when each is reached. */
public enum RequestPhase {
    /** The request is intended to start. */
    INTENDED,
    /** Its client begins to connect. */
    CONNECT,
    /** Its client is connected. */
    CONNECTED,
    /** The kernel has taken its last byte. */
    SENT,
    /** The first byte of its reply has been read. */
    FIRST_BYTE,
    /** It has ended. */
    DONE
}
