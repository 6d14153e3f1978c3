package socketlab.load.plan;

import socketlab.results.Outcome;

/** What carries the messages, and what a missing reply means there. */
public enum Transport {
    /** A byte stream: what was sent arrives, or the connection breaks; a missing reply is a slow one. */
    TCP(Outcome.TIMEOUT),
    /** A message is a datagram, whatever the framing: it can be lost, delayed or duplicated. */
    UDP(Outcome.LOST);

    private final Outcome timeoutOutcome;

    Transport(Outcome timeoutOutcome) {
        this.timeoutOutcome = timeoutOutcome;
    }

    /** The outcome of a request that has no reply within its timeout. */
    public Outcome timeoutOutcome() {
        return timeoutOutcome;
    }
}
