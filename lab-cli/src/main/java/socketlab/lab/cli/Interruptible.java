package socketlab.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C stop the work and wait for its end, so that what was measured so far is still written. */
final class Interruptible implements AutoCloseable {
    private static final int STOP_SECONDS = 40;

    private final CountDownLatch finished = new CountDownLatch(1);

    Interruptible(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (finished.getCount() > 0) {
                stop.run();
                await();
            }
        }, "ctrl-c"));
    }

    private void await() {
        try {
            finished.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
    }
}
