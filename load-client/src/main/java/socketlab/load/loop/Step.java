package socketlab.load.loop;

import socketlab.results.Outcome;

/** How far a channel came without blocking: it returns this instead of calling its client back. */
sealed interface Step {
    Step PENDING = new Pending();

    /** The request goes on when the selector reports the channel again. */
    record Pending() implements Step {}

    /** A complete message, correct or not. */
    record Reply(byte[] message) implements Step {}

    /** There will be no reply. */
    record Failed(Outcome outcome) implements Step {}
}
