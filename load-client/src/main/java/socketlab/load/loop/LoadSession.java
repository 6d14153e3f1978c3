package socketlab.load.loop;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.Loop;
import socketlab.results.Outcome;

/** One load from the first connection to the last: what comes before its loop, and what must be done after it. */
final class LoadSession {
    private final LoadContext shared;
    private final IdleClients idle;
    private final FaultyClients misfits;
    private final List<VirtualUser> clients;
    private final LoadLoop loop;

    LoadSession(LoadContext shared) {
        this.shared = shared;
        this.idle = new IdleClients(shared);
        this.misfits = new FaultyClients(shared.plan());
        this.clients = IntStream.rangeClosed(1, shared.plan().clients()).mapToObj(n -> new VirtualUser(shared, n)).toList();
        this.loop = new LoadLoop(shared, clients);
    }

    /** Any thread. */
    void stop() {
        loop.stop();
    }

    RequestLog run() throws IOException, InterruptedException {
        List<VirtualUser> willing = clients.stream().filter(VirtualUser::hasMore).toList();
        try {
            idle.open(loop::isStopped);
            if (shared.plan().connections().preconnect()) {
                new Preconnect(willing, shared, shared.plan().timing().timeout()).run(loop::isStopped);
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

    private void perform(List<VirtualUser> willing) throws IOException, InterruptedException {
        Duration ramp = shared.plan().timing().loop() instanceof Loop.Closed closed ? closed.ramp() : Duration.ZERO;
        long start = shared.now();
        long cpu = cpuNanos();
        loop.run(willing, ramp.toNanos());
        shared.log().counters().elapsedNanos = shared.now() - start;
        shared.log().counters().cpuNanos = cpuNanos() - cpu;
    }

    /** What this thread has used of its processor; 0 where the system does not count it. */
    private static long cpuNanos() {
        return Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
