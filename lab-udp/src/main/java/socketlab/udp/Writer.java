package socketlab.udp;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is pushed at peers whose thread may be waiting for something else. One thread serves all, for no peer can
 * make it wait by not reading; and there is none where nothing is pushed.
 */
final class Writer implements Executor {
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), this::started,
            new ThreadPoolExecutor.DiscardPolicy());   // too late: the server is closed

    private Thread started(Runnable work) {
        Thread writer = Thread.ofPlatform().name("writer").unstarted(work);
        started.add(writer);
        return writer;
    }

    @Override
    public void execute(Runnable flush) {
        thread.execute(flush);
    }

    /** How many threads were joined. */
    int close(Duration limit) throws InterruptedException {
        thread.shutdown();
        int joined = 0;
        for (Thread writer : started) {
            joined += writer.join(limit) ? 1 : 0;
        }
        return joined;
    }
}
