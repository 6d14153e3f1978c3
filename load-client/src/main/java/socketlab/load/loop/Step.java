package socketlab.load.loop;

import socketlab.results.Outcome;

/** How far a connection came without having to wait: what it returns instead of calling anybody back. */
sealed interface Step {
    Step WAITING = new Waiting();

    /** Nothing more until the kernel says so. */
    record Waiting() implements Step {}

    /** A whole message, right or wrong. */
    record Answer(byte[] message) implements Step {}

    /** There will be no answer. */
    record Failed(Outcome how) implements Step {}
}
