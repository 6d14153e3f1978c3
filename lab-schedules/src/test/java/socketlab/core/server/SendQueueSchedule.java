package socketlab.core.server;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;
import static socketlab.schedules.Scenario.expect;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import socketlab.schedules.Scenario;

/**
 * Two senders push to a client whose own thread adds a reply, while a writer thread writes what waits, as in a blocking
 * connection. Everything is written once, each sender's frames in their order; the count of waiting bytes ends at 0, and
 * closing ends the writer.
 */
public final class SendQueueSchedule implements Scenario {
    private final SendQueue queue = new SendQueue(false, 1 << 10, new SendBudget(Long.MAX_VALUE, () -> false));
    private final CountDownLatch framesLeft = new CountDownLatch(5);
    private final StringBuilder written = new StringBuilder();   // only the writer touches it

    private void write() throws InterruptedException {
        try {
            while (queue.awaitPending()) {
                byte[] next = queue.peek();
                if (next != null) {
                    written.append(text(next));
                    queue.remove(next.length);
                    text(next).chars().filter(last -> last == ';').forEach(last -> framesLeft.countDown());
                }
            }
        } catch (IOException e) {
            throw new AssertionError("nothing overflows", e);
        }
    }

    private void push(String... frames) {
        Stream.of(frames).forEach(frame -> queue.push(utf8(frame)));
    }

    private static List<String> framesOf(char sender, String written) {
        return Stream.of(written.split("(?<=;)")).filter(frame -> frame.charAt(0) == sender).toList();
    }

    @Override
    public void run() throws InterruptedException {
        Thread writer = Thread.ofPlatform().start(() -> Scenario.runUninterrupted(this::write));
        Scenario.inParallel(() -> push("a1;", "a2;"), () -> push("b1;", "b2;"), () -> queue.add(utf8("reply;")));
        framesLeft.await();
        queue.close();
        writer.join();
        expect(List.of("a1;", "a2;"), framesOf('a', written.toString()), "what the first sender pushed");
        expect(List.of("b1;", "b2;"), framesOf('b', written.toString()), "what the second sender pushed");
        expect(List.of("reply;"), framesOf('r', written.toString()), "the reply");
        expect(0, queue.queuedBytes(), "bytes that wait");
        expect(false, queue.push(utf8("late")), "a push after the end");
        expect(0, queue.queuedBytes(), "bytes that wait after the end");
    }
}
