package socketlab.select;

import java.time.Duration;

/** Notices that a client has been silent for too long: one timer for each, which moves on only when it fires. */
final class Silence {
    private final EventLoop loop;
    private final Duration limit;
    private final Runnable tooLong;
    private long heardNanos = System.nanoTime();
    private Timers.Timer timer;

    Silence(EventLoop loop, Duration limit, Runnable tooLong) {
        this.loop = loop;
        this.limit = limit;
        this.tooLong = tooLong;
        this.timer = loop.after(limit, this::check);
    }

    void heard() {
        heardNanos = System.nanoTime();
    }

    private void check() {
        Duration left = limit.minusNanos(System.nanoTime() - heardNanos);
        boolean over = !left.isPositive();
        timer = loop.after(over ? limit : left, this::check);
        if (over) {
            tooLong.run();
        }
    }

    /** Nobody listens any more. */
    void end() {
        timer.cancel();
    }
}
