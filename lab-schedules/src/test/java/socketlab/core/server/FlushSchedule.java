package socketlab.core.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static socketlab.core.Text.utf8;
import static socketlab.schedules.Scenario.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import socketlab.schedules.Scenario;

/**
 * Two senders push to a client of an event loop, which flushes only where a push asks for it or the client has read, and
 * whose kernel takes only some of the bytes. Nothing stays behind: no push may rely on a flush that has just ended.
 */
public final class FlushSchedule implements Scenario {
    private static final int KERNEL_TAKES = 4;

    private final SendQueue queue = new SendQueue(false, 1 << 10, new SendBudget(Long.MAX_VALUE, () -> false));
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();   // of the loop
    private final StringBuilder written = new StringBuilder();                         // only the loop touches it
    private boolean stopping;

    /** Ends when nothing is left to do after the stop. */
    private void loop() throws InterruptedException {
        while (!stopping || !tasks.isEmpty()) {
            tasks.take().run();
        }
    }

    /** As {@code NonBlockingConnection.flush}; where the kernel is full, the client's reading asks for the next one. */
    private void flush() {
        ByteBuffer output = ByteBuffer.allocate(64);
        try {
            while (queue.copyTo(output)) {
                int count = Math.min(output.position(), KERNEL_TAKES);
                written.append(new String(output.array(), 0, count, US_ASCII));
                if (queue.remove(count)) {
                    return;
                }
                if (count < output.position()) {
                    tasks.add(this::flush);
                    return;
                }
                output.clear();
            }
        } catch (IOException e) {
            throw new AssertionError("nothing overflows", e);
        }
    }

    private void push(String... frames) {
        for (String frame : frames) {
            if (queue.push(utf8(frame))) {
                tasks.add(this::flush);
            }
        }
    }

    @Override
    public void run() throws InterruptedException {
        Thread loop = Thread.ofPlatform().start(() -> Scenario.runUninterrupted(this::loop));
        Scenario.inParallel(() -> push("a1;", "a2;"), () -> push("b1;", "b2;"));
        tasks.add(() -> stopping = true);
        loop.join();
        List<String> frames = Stream.of(written.toString().split("(?<=;)")).toList();
        expect(List.of("a1;", "a2;"), frames.stream().filter(frame -> frame.startsWith("a")).toList(), "the first sender's");
        expect(List.of("b1;", "b2;"), frames.stream().filter(frame -> frame.startsWith("b")).toList(), "the second sender's");
        expect(0, queue.queuedBytes(), "bytes that nobody flushes");
    }
}
