package socketlab.core.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import socketlab.core.Log;

/**
 * Ends clients that are silent for too long, or read nothing of what is sent to them. Without a limit a client may be
 * silent for ever, but not keep others from their thread for ever: then one that reads nothing is ended after a minute.
 *
 * <p>It looks at all clients eight times per limit and compares counters, so no message costs a look at the clock. A
 * client is never ended early, and at most an eighth of the limit late. Stops by itself when the server stops.
 */
public final class IdleTimeout {
    private static final int LOOKS = 8;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration READS_NOTHING = Duration.ofSeconds(60);

    private final ClientRegistry clients;
    private final Duration pause;
    private final boolean silentToo;
    private final Timer timer;

    /** Runs an action after a time: a timer of an event loop, say. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration time, Runnable action);
    }

    private IdleTimeout(ClientRegistry clients, Duration limit, Timer timer) {
        this.silentToo = !limit.isZero();
        Duration part = (silentToo ? limit : READS_NOTHING).dividedBy(LOOKS);
        this.clients = clients;
        this.pause = part.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : part;
        this.timer = timer;
    }

    /** For blocking models: looks on the JDK's own daemon timer thread, which all servers of this JVM share. */
    public static void start(ClientRegistry clients) {
        start(clients, IdleTimeout::onDaemonTimer);
    }

    /** Looks wherever this timer runs; without a limit in the server's options, or with zero, silence ends nobody. */
    public static void start(ClientRegistry clients, Timer timer) {
        start(clients, clients.options().limits().idleTimeout().orElse(Duration.ZERO), timer);
    }

    /** The same with a limit of its own. */
    public static void start(ClientRegistry clients, Duration limit, Timer timer) {
        new IdleTimeout(clients, limit, timer).schedule();
    }

    private static void onDaemonTimer(Duration time, Runnable action) {
        new CompletableFuture<Void>().orTimeout(time.toNanos(), TimeUnit.NANOSECONDS).exceptionally(timeout -> {
            action.run();
            return null;
        });
    }

    private void schedule() {
        timer.after(pause, this::look);
    }

    private void look() {
        if (!clients.isClosing()) {
            schedule();
            clients.forEach(this::check);
        }
    }

    /** One client that cannot be ended is no reason to spare the others. */
    private void check(Client client) {
        try {
            client.checkIdle(LOOKS, silentToo);
        } catch (RuntimeException bug) {
            Log.error("cannot end idle client #" + client.id(), bug);
        }
    }
}
