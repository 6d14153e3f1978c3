package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A server is not held up by a terminal that shows nothing, or by a pipe that nobody reads. */
@Timeout(30)
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class QueuedConsoleTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private boolean closed;

    @AfterEach
    void restore() {
        read.countDown();
        System.setOut(out);
        System.setErr(err);
    }

    private final class ListConsole implements Console {
        @Override
        public void print(String line) {
            printed.add(line);
        }

        @Override
        public String readCommand() {
            return "exit";
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class UnreadConsole implements Console {
        @Override
        public void print(String line) {
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String readCommand() {
            return null;
        }

        @Override
        public void close() {
            print("a terminal is restored by writing to it");
        }
    }

    @Test
    void theLogAndWhatAServicePrintsAreLinesOfOneConsole() {
        QueuedConsole console = new QueuedConsole(new ListConsole());
        console.print("[listening]");
        System.out.print("a service ");
        System.out.println("prints: ä");
        console.print("[stopped]");
        assertThat(console.readCommand()).isEqualTo("exit");
        console.close();
        assertThat(printed).containsExactly("[listening]", "a service prints: ä", "[stopped]");
        assertThat(closed).isTrue();
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
    }

    @Test
    void nobodyWaitsForAConsoleThatIsNotRead() {
        QueuedConsole console = new QueuedConsole(new UnreadConsole());
        for (int i = 0; i < 5_000; i++) {
            console.print("[message] #1 " + "x".repeat(100));
            System.out.println("a service prints " + "x".repeat(100));
        }
        console.close();
    }

    @Test
    void nobodyWaitsForStderrThatIsNotRead() {
        CountDownLatch unread = new CountDownLatch(1);
        System.setErr(new PrintStream(new PrintStream(err) {
            @Override
            public void write(byte[] bytes, int from, int count) {
                try {
                    unread.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }, true));
        QueuedConsole console = new QueuedConsole(new ListConsole());
        for (int i = 0; i < 5_000; i++) {
            System.err.println("a warning " + "x".repeat(100));
        }
        console.close();
        assertThat(closed).isTrue();
        unread.countDown();
    }
}
