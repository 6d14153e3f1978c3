package socketlab.lab.server;

import java.time.Duration;

/** Ends this process, whatever it is doing, where something takes too long: a server whose parent has died must not stay. */
final class Watchdog {
    private static final int FAILED = 1;

    private Watchdog() {}

    /** Halts the JVM after this time, unless the thread is interrupted before. */
    static Thread start(Duration limit) {
        return Thread.ofPlatform().daemon().name("watchdog").start(() -> {
            try {
                Thread.sleep(limit);
                Runtime.getRuntime().halt(FAILED);
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
