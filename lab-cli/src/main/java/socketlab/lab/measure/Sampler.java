package socketlab.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import oshi.software.os.OSProcess;
import socketlab.lab.machine.CpuClock;
import socketlab.lab.plan.RunStep;
import socketlab.results.files.ResourceRow;

/** Samples threads, memory and CPU time of the server's process while the load runs, and no longer. */
final class Sampler implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(10);
    private static final double IDLE_CPU_MS = 10;   // in 100 ms: a tick, where the system counts in ticks

    private final OSProcess process;   // this and its clock are null where it has died already
    private final CpuClock cpu;
    private final String model;
    private final RunStep step;
    private final ResourceRow base;
    private final List<ResourceRow> rows = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Takes one sample at once: the server before any client has connected. */
    Sampler(OSProcess process, String model, RunStep step) {
        this.process = process;
        this.cpu = process == null ? null : new CpuClock(process);
        this.model = model;
        this.step = step;
        this.base = process == null ? new ResourceRow(model, step.round(), 0, 0, 0, 0) : row();
    }

    /**
     * Waits until the server is idle, ten seconds at most. A connection is established in the kernel before the server
     * has accepted it; with thousands still to accept, their cost would be charged to the first request.
     */
    void awaitIdle() {
        if (process == null) {
            return;
        }
        long end = System.nanoTime() + IDLE_LIMIT.toNanos();
        double before = -IDLE_CPU_MS - 1;
        for (double used = cpu.millis(); used - before > IDLE_CPU_MS && System.nanoTime() < end; used = cpu.millis()) {
            before = used;
            LockSupport.parkNanos(INTERVAL.toNanos());
            process.updateAttributes();
        }
    }

    /** Starts sampling; the first sample is taken before this returns. */
    void begin() {
        sample();
        Thread.ofPlatform().daemon().name("sampler").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that has died has no figures: what was sampled before is kept. */
    private synchronized void sample() {
        if (closed.getCount() > 0 && process != null && process.updateAttributes()) {
            rows.add(row());
        }
    }

    private ResourceRow row() {
        return new ResourceRow(model, step.round(), (System.nanoTime() - step.zeroNanos()) / 1000,
                process.getThreadCount(), process.getResidentMemory(), cpu.millis());
    }

    /** Takes the last sample before it returns. */
    @Override
    public void close() {
        sample();
        closed.countDown();
    }

    /** The server before any client had connected. */
    ResourceRow base() {
        return base;
    }

    /** CPU time of the server in milliseconds, from the first sample of the load to the last so far; any thread. */
    synchronized double cpuMs() {
        return rows.isEmpty() ? 0 : rows.getLast().cpuMs() - rows.getFirst().cpuMs();
    }

    /** What was sampled so far; any thread. */
    synchronized List<ResourceRow> rows() {
        return List.copyOf(rows);
    }
}
