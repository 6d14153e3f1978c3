package socketlab.reference;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A fixed amount of work, on two threads at once, before and after every round: where it takes longer than on the quiet machine, something else used the cores.
 */
final class SpinCheck implements AutoCloseable {
    /** Above this a round is measured again. */
    static final double LIMIT = 1.03;
    private static final int CALIBRATIONS = 10;
    private static final long STEPS = 100_000_000;   // some 100 ms

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final long quietNanos;
    private volatile long result;

    /** Calibrates; the fastest of 10 is the quiet machine. */
    SpinCheck() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < CALIBRATIONS; i++) {
            least = Math.min(least, nanos());
        }
        quietNanos = least;
    }

    /** How many times longer than on the quiet machine, 1 or more as a rule. */
    double slowdown() {
        return (double) nanos() / quietNanos;
    }

    private long nanos() {
        CompletableFuture<Long> other = CompletableFuture.supplyAsync(this::spin, threads);
        return Math.max(CompletableFuture.supplyAsync(this::spin, threads).join(), other.join());
    }

    private long spin() {
        long start = System.nanoTime();
        long state = result | 1;
        for (long i = 0; i < STEPS; i++) {   // xorshift: every step needs the one before (Marsaglia 2003)
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        result = state;
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
