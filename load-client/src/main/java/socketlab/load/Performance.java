package socketlab.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** One load from the first connection to the last: what comes before its loop, and what must be done after it. */
final class Performance {
    private final Shared shared;
    private final IdleCrowd idle;
    private final Misfits misfits;
    private final List<Client> clients;
    private final LoadLoop loop;

    Performance(Shared shared) {
        this.shared = shared;
        this.idle = new IdleCrowd(shared);
        this.misfits = new Misfits(shared.plan());
        this.clients = IntStream.rangeClosed(1, shared.plan().clients()).mapToObj(n -> new Client(shared, n)).toList();
        this.loop = new LoadLoop(shared, clients);
    }

    /** Any thread. */
    void stop() {
        loop.stop();
    }

    RequestLog run() throws IOException, InterruptedException {
        List<Client> willing = clients.stream().filter(Client::hasMore).toList();
        try {
            idle.open(loop::isStopped);
            if (shared.plan().preconnect()) {
                new Preconnect(willing, shared, shared.plan().timeout()).run(loop::isStopped);
            }
            misfits.open();
            idle.count();
            shared.watcher().started();
            perform(willing);
            shared.watcher().ended();
            return shared.log();
        } finally {
            loop.end();
            clients.forEach(client -> client.end(Outcome.ABORTED));
            misfits.close();
            idle.close();
        }
    }

    private void perform(List<Client> willing) throws IOException, InterruptedException {
        Duration ramp = shared.plan().loop() instanceof Loop.Closed closed ? closed.ramp() : Duration.ZERO;
        long start = shared.now();
        long cpu = cpuNanos();
        loop.run(willing, ramp.toNanos());
        shared.log().asides().tookNanos = shared.now() - start;
        shared.log().asides().cpuNanos = cpuNanos() - cpu;
    }

    /** What this thread has used of its processor; 0 where the system does not count it. */
    private static long cpuNanos() {
        return Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
