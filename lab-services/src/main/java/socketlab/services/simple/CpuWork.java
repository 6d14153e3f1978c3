package socketlab.services.simple;

import java.time.Duration;

/**
 * Work for a core, by the amount and not by the clock: the amount that this machine does in a given time when nobody
 * disturbs it. Whoever shares a core gets it done later; watching the clock would instead do less of it.
 */
final class CpuWork {
    private static final int STEPS = 20_000;
    private static final int WARM_UP = 2_000;    // enough for the JVM to compile it as well as it can
    private static final int MEASURED = 1_000;

    private CpuWork() {}

    /** Does so much of it, on the calling thread; returns something, so that no compiler leaves it out. */
    static long of(Duration time) throws InterruptedException {
        long done = 1;
        for (long left = portions(time); left > 0; left--) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("stopped while computing");
            }
            done = portion(done);
        }
        return done;
    }

    static long portions(Duration time) {
        return Math.round(time.toNanos() / nanosEach());
    }

    /** How long a portion takes; the first call in a JVM finds out, which takes some 50 ms. */
    static double nanosEach() {
        return Measured.NANOS;
    }

    /** Each step needs the one before, so that no core can do two at once. */
    private static long portion(long seed) {
        long x = seed;
        for (int i = 0; i < STEPS; i++) {
            x = x * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        }
        return x;
    }

    /** Found out once. */
    private static final class Measured {
        static final double NANOS = measure();

        /** The fastest is the one that nobody disturbed. */
        private static double measure() {
            long x = 1;
            for (int i = 0; i < WARM_UP; i++) {
                x = portion(x);
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < MEASURED; i++) {
                long start = System.nanoTime();
                x = portion(x);
                best = Math.min(best, System.nanoTime() - start);
            }
            return Math.max(1, best + (x & 1));   // a nanosecond at most, for the same reason as above
        }
    }
}
