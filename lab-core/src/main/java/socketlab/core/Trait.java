package socketlab.core;

/** What a model promises beyond the contract that all share; a test that needs one of these names it. */
public enum Trait {
    /** Serves more than one client at a time. */
    CONCURRENT,
    /** Bytes in a stream: messages have no size of their own, and replies may be larger than a packet. */
    STREAM,
    /** What is sent arrives, once, in order. */
    RELIABLE_ORDER,
    /** Learns at once that a client has gone. */
    SEES_CLOSE
}
