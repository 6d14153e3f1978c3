package socketlab.load.plan;

import socketlab.results.Outcome;

/** What carries the messages, and what silence means there. */
public enum Transport {
    /** A stream: whatever was sent will arrive or the connection will break, so silence is only slowness. */
    TCP(Outcome.TIMEOUT),
    /** A message is a datagram, whatever the framing: each may get lost, come late, or come twice. */
    UDP(Outcome.LOST);

    private final Outcome silence;

    Transport(Outcome silence) {
        this.silence = silence;
    }

    /** What becomes of a request that has no answer in the time allowed. */
    public Outcome silence() {
        return silence;
    }
}
