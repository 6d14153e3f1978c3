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

/** One load from its first connection to its last: what comes before the loop, and what must be closed after it. */
final class LoadSession {
    private final LoadContext context;
    private final IdleClients idleClients;
    private final FaultyClients faultyClients;
    private final List<VirtualUser> users;
    private final LoadLoop loop;

    LoadSession(LoadContext context) {
        this.context = context;
        this.idleClients = new IdleClients(context);
        this.faultyClients = new FaultyClients(context.plan());
        this.users = IntStream.rangeClosed(1, context.plan().clients()).mapToObj(n -> new VirtualUser(context, n)).toList();
        this.loop = new LoadLoop(context, users);
    }

    /** Any thread: {@link #run} returns soon. */
    void stop() {
        loop.stop();
    }

    RequestLog run() throws IOException, InterruptedException {
        List<VirtualUser> starting = users.stream().filter(VirtualUser::hasRequestsLeft).toList();
        try {
            idleClients.open(loop::isStopped);
            if (context.plan().connections().preconnect()) {
                new Preconnect(starting, context, context.plan().timing().timeout()).run(loop::isStopped);
            }
            faultyClients.open();
            idleClients.recordConnected();
            context.listener().started();
            runLoop(starting);
            context.listener().ended();
            return context.log();
        } finally {
            loop.close();
            users.forEach(user -> user.end(Outcome.ABORTED));
            faultyClients.close();
            idleClients.close();
        }
    }

    private void runLoop(List<VirtualUser> starting) throws IOException, InterruptedException {
        Duration ramp = context.plan().timing().loop() instanceof Loop.Closed closed ? closed.ramp() : Duration.ZERO;
        long start = context.now();
        context.log().counters().startedNanos = start;
        long cpu = cpuNanos();
        loop.run(starting, ramp.toNanos());
        context.log().counters().elapsedNanos = context.now() - start;
        context.log().counters().cpuNanos = cpuNanos() - cpu;
    }

    /** CPU time of this thread; 0 where the system does not count it. */
    private static long cpuNanos() {
        return Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
