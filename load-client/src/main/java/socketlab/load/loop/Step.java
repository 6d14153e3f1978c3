package socketlab.load.loop;

import socketlab.results.Outcome;

/** How far a channel came without blocking: it returns this instead of calling its client back. */
sealed interface Step {
    Step PENDING = new Pending();

    /** The request goes on when the selector reports the channel again. */
    record Pending() implements Step {}

    /**
     * A complete message, correct or not.
     *
     * @param readNanos when the read that brought its end had returned, since the plan's zero: before it is decoded and checked,
     *                  which is not the server's time
     */
    record Reply(byte[] message, long readNanos) implements Step {}

    /**
     * There will be no reply.
     *
     * @param reason   why, in words, without a full stop
     * @param received the last bytes that came, where they are what is wrong; else empty
     */
    record Failed(Outcome outcome, String reason, byte[] received) implements Step {
        Failed(Outcome outcome, String reason) {
            this(outcome, reason, new byte[0]);
        }
    }
}
