package socketlab.load.loop;

import socketlab.results.Outcome;

/** How far a channel came without blocking: it returns this instead of calling its client back. */
sealed interface Step {
    Step PENDING = new Pending();

    /** The request goes on when the selector reports the channel again. */
    record Pending() implements Step {}

    /** A complete message, correct or not. */
    record Reply(byte[] message) implements Step {}

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
