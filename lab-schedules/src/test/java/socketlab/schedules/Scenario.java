package socketlab.schedules;

import java.util.ArrayList;
import java.util.List;

/** What a few threads do at once, and what must hold afterwards, whatever the order of their steps. */
@FunctionalInterface
public interface Scenario {

    /** Does it once, with new objects; throws an {@link AssertionError} where something does not hold. */
    void run() throws InterruptedException;

    /** Runs each on a thread of its own, all at once, and waits until all have ended. */
    static void inParallel(Scenario... parts) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Scenario part : parts) {
            threads.add(Thread.ofPlatform().start(() -> runUninterrupted(part)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    static void runUninterrupted(Scenario part) {
        try {
            part.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this", e);
        }
    }

    /** Throws where the two are not equal. */
    static void expect(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": " + actual + " instead of " + expected);
        }
    }
}
