package socketlab.core.server;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.Options;

/**
 * Platform threads for CPU work: a session that computes would hold up an event loop, or a carrier that all virtual
 * threads share. One core is left to these. An inline pool has no threads. Threads start when they are first needed.
 */
public final class ComputePool implements RunningServer.Part {
    private static final ComputePool INLINE = new ComputePool(true);

    private final boolean inline;
    private final ThreadFactory naming = Thread.ofPlatform().name("worker-", 1).factory();
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1), this::newThread);

    private ComputePool(boolean inline) {
        this.inline = inline;
    }

    /** A pool whose work is done by the thread that serves the client. */
    public static ComputePool inline() {
        return INLINE;
    }

    /** One thread for each core but one; an inline pool where the options ask for that. */
    public static ComputePool of(Options options) {
        return options.inlineCompute() ? INLINE : new ComputePool(false);
    }

    private Thread newThread(Runnable work) {
        Thread thread = naming.newThread(work);
        started.add(thread);
        return thread;
    }

    /** For a thread that may block: waits for the result, and on this thread asks the session what comes next. */
    public Next await(Compute<?> work) throws Exception {
        return inline ? work.inline() : result(work);
    }

    private <T> Next result(Compute<T> work) throws Exception {
        try {
            return work.then().apply(workers.submit(work.task()).get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /**
     * For a thread that must not block: {@code whenDone} is called on a worker thread, and what it is given is to be
     * called where the session runs. An inline pool calls it at once, and the work is part of what it is given.
     */
    public <T> void submit(Compute<T> work, Consumer<Callable<Next>> whenDone) {
        if (inline) {
            whenDone.accept(work::inline);
        } else {
            workers.execute(() -> whenDone.accept(outcome(work)));
        }
    }

    private static <T> Callable<Next> outcome(Compute<T> work) {
        try {
            T result = work.task().call();
            return () -> work.then().apply(result);
        } catch (Exception failure) {
            return () -> { throw failure; };
        } catch (Throwable failure) {
            return () -> { throw new IllegalStateException("the work failed", failure); };
        }
    }

    /** By now nobody waits for a result. */
    @Override
    public int close(Duration limit) throws InterruptedException {
        workers.shutdownNow();
        int joined = 0;
        for (Thread worker : started) {   // an executor has terminated a moment before its last thread has
            joined += worker.join(limit) ? 1 : 0;
        }
        return joined;
    }
}
