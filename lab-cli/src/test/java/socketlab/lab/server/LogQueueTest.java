package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever logs never waits, and a reader who reads again is told what it has missed. */
@Timeout(30)
class LogQueueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch read = new CountDownLatch(1);

    /** As a pipe that is full until somebody reads it. */
    private LogQueue unread() throws InterruptedException {
        LogQueue queue = new LogQueue("log", line -> {
            stuck.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            written.add(line);
        });
        queue.print("[listening]");
        assertThat(stuck.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return queue;
    }

    @Test
    void linesAreWrittenInOrder() {
        LogQueue queue = new LogQueue("log", written::add);
        IntStream.range(0, 1000).forEach(i -> queue.print("" + i));
        assertThat(queue.awaitWritten(PATIENCE)).isTrue();
        assertThat(written).containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> "" + i).toList());
    }

    @Test
    void aLineNeverWaitsForTheReader() throws InterruptedException {
        LogQueue queue = unread();
        String line = "x".repeat(1000);
        IntStream.range(0, 10_000).forEach(i -> queue.print(line));   // ten times what a queue holds
        assertThat(queue.awaitWritten(Duration.ofMillis(10))).as("nobody reads it").isFalse();
    }

    @Test
    void aReaderWhoReadsAgainIsToldHowManyLinesWereDroppedAndGetsTheLatest() throws InterruptedException {
        LogQueue queue = unread();
        IntStream.range(0, 20_000).forEach(i -> queue.print("[message] %06d".formatted(i) + "x".repeat(100)));
        queue.print("[stopped]");
        read.countDown();
        assertThat(queue.awaitWritten(PATIENCE)).isTrue();
        assertThat(written.getFirst()).isEqualTo("[listening]");
        assertThat(written.getLast()).isEqualTo("[stopped]");
        assertThat(written.get(1)).matches("\\[log] [0-9]+ lines dropped");
        int dropped = Integer.parseInt(written.get(1).replaceAll("\\D", ""));
        assertThat(written.get(2)).as("the line after the gap").startsWith("[message] %06d".formatted(dropped));
        assertThat(written).as("each line is written or counted").hasSize(3 + 20_000 - dropped);
    }

    @Test
    void oneLineIsALineAndALineLongerThanTheQueueIsNotLost() throws InterruptedException {
        LogQueue queue = unread();
        queue.print("short");
        queue.print("x".repeat(2 << 20));
        read.countDown();
        assertThat(queue.awaitWritten(PATIENCE)).isTrue();
        assertThat(written.get(1)).isEqualTo("[log] 1 line dropped");
        assertThat(written.get(2)).hasSize(2 << 20);
    }
}
