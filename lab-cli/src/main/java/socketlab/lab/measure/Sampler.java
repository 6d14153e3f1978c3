package socketlab.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import oshi.software.os.OSProcess;
import socketlab.lab.plan.RunStep;
import socketlab.results.files.ResourceRow;

/** Watches the server's process while the load runs, and not a moment longer: threads, memory, CPU. */
final class Sampler implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration REST_LIMIT = Duration.ofSeconds(10);
    private static final double REST_CPU_MS = 10;   // of 100: the system counts in ticks as long as that

    private final OSProcess process;
    private final String model;
    private final RunStep step;
    private final ResourceRow base;
    private final List<ResourceRow> rows = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Looks once at the server as it is before anybody has connected. */
    Sampler(OSProcess process, String model, RunStep step) {
        this.process = process;
        this.model = model;
        this.step = step;
        this.base = row();
    }

    /**
     * A client is connected when the kernel says so; its server may have thousands still to accept, and the first
     * request would be charged for that. So wait until it works no more, ten seconds at most.
     */
    void awaitRest() {
        long end = System.nanoTime() + REST_LIMIT.toNanos();
        double before = -REST_CPU_MS - 1;
        for (double cpu = row().cpuMs(); cpu - before > REST_CPU_MS && System.nanoTime() < end; cpu = row().cpuMs()) {
            before = cpu;
            LockSupport.parkNanos(EVERY.toNanos());
            process.updateAttributes();
        }
    }

    /** The load's clock starts: so does the window. The first sample is taken before this returns. */
    void begin() {
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
        if (closed.getCount() > 0 && process.updateAttributes()) {
            rows.add(row());
        }
    }

    private ResourceRow row() {
        return new ResourceRow(model, step.round(), (System.nanoTime() - step.zeroNanos()) / 1000,
                process.getThreadCount(), process.getResidentMemory(),
                process.getUserTime() + process.getKernelTime());
    }

    /** The last sample is taken before this returns. */
    @Override
    public void close() {
        sample();
        closed.countDown();
    }

    ResourceRow base() {
        return base;
    }

    synchronized List<ResourceRow> rows() {
        return List.copyOf(rows);
    }
}
