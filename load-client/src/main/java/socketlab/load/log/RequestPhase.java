package socketlab.load.log;

/** What is timed in a request; {@link RequestLog} says exactly when. */
public enum RequestPhase {
    /** It is meant to start. */
    INTENDED,
    /** It begins to connect. */
    CONNECT,
    /** It is connected. */
    CONNECTED,
    /** The kernel has taken its last byte. */
    SENT,
    /** The first byte of its answer is here. */
    FIRST_BYTE,
    /** It has ended. */
    DONE
}
