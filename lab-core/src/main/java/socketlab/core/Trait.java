package socketlab.core;

/** What a model promises beyond the contract of all models. A test that needs a trait names it. */
public enum Trait {
    /** Serves more than one client at a time. */
    CONCURRENT,
    /** A byte stream: messages have no limits of their own, and a reply may be larger than a packet. */
    STREAM,
    /** Every message arrives, once, in order. */
    RELIABLE_ORDER,
    /** Notices at once that a client has closed its connection. */
    SEES_CLOSE
}
