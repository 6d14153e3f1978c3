package socketlab.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import oshi.software.os.OSProcess;
import socketlab.report.ResourceRow;

/** Watches the server's process while the load runs, and not a moment longer: threads, memory, CPU. */
final class Sampler implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final OSProcess process;
    private final String model;
    private final long zeroNanos;
    private final List<ResourceRow> rows = new ArrayList<>();
    private boolean over;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The first sample is taken before this returns. */
    Sampler(OSProcess process, String model, long zeroNanos) {
        this.process = process;
        this.model = model;
        this.zeroNanos = zeroNanos;
        sample();
        Thread.ofPlatform().daemon().name("sampler").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that has died has no figures: what was sampled so far stands. */
    private synchronized void sample() {
        if (!over && process.updateAttributes()) {
            rows.add(new ResourceRow(model, 1, (System.nanoTime() - zeroNanos) / 1000, process.getThreadCount(),
                    process.getResidentMemory(), process.getUserTime() + process.getKernelTime()));
        }
    }

    /** The last sample is taken before this returns. */
    @Override
    public synchronized void close() {
        closed.countDown();
        sample();
        over = true;
    }

    synchronized List<ResourceRow> rows() {
        return List.copyOf(rows);
    }
}
