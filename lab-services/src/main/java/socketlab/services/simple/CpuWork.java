package socketlab.services.simple;

import java.time.Duration;

/**
 * Simulated CPU work. The amount is fixed: what an undisturbed core of this machine computes in the given time. A
 * thread that shares its core therefore finishes later. A loop that watched the clock would instead compute less.
 */
final class CpuWork {
    private static final int STEPS_PER_UNIT = 20_000;
    private static final int WARM_UP_UNITS = 2_000;    // enough for the JIT compiler to reach its highest tier
    private static final int MEASURED_UNITS = 1_000;

    private CpuWork() {}

    /**
     * Computes on the calling thread for {@code time} of an undisturbed core. The result has no meaning; it exists so
     * that the JIT compiler does not remove the loop.
     *
     * @throws InterruptedException when the thread is interrupted; checked once a unit (some tens of microseconds)
     */
    static long run(Duration time) throws InterruptedException {
        long result = 1;
        for (long left = units(time); left > 0; left--) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("stopped while computing");
            }
            result = computeUnit(result);
        }
        return result;
    }

    /** The number of units that an undisturbed core computes in {@code time}. */
    static long units(Duration time) {
        return Math.round(time.toNanos() / nanosPerUnit());
    }

    /** Nanoseconds that one unit takes. The first call in a JVM measures it, which takes some 50 ms. */
    static double nanosPerUnit() {
        return UnitCost.NANOS;
    }

    /** Each step needs the result of the step before it, so that a core cannot run two of them at once. */
    private static long computeUnit(long seed) {
        long x = seed;
        for (int i = 0; i < STEPS_PER_UNIT; i++) {
            x = x * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        }
        return x;
    }

    /** Measured once, when the class is initialised. */
    private static final class UnitCost {
        static final double NANOS = measure();

        /** The minimum: every disturbance makes a unit slower, none makes it faster. */
        private static double measure() {
            long x = 1;
            for (int i = 0; i < WARM_UP_UNITS; i++) {
                x = computeUnit(x);
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < MEASURED_UNITS; i++) {
                long start = System.nanoTime();
                x = computeUnit(x);
                best = Math.min(best, System.nanoTime() - start);
            }
            return Math.max(1, best + (x & 1));   // uses x, at the price of one nanosecond at most
        }
    }
}
