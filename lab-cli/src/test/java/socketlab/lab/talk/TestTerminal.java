package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory with a chat at it: the test types keys and reads the screen. */
final class TestTerminal implements AutoCloseable {
    static final String ENTER = "\r";
    static final String UP = "\033OA";
    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int COLUMNS = 60;
    private static final int ROWS = 24;

    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private final ChatTerminal chat;
    private CompletableFuture<Integer> exitCode;

    TestTerminal() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm-256color", new Screen(), StandardCharsets.UTF_8);
        terminal.setSize(Size.of(COLUMNS, ROWS));
        chat = new ChatTerminal(terminal);
    }

    /** Starts the chat on a thread of its own. */
    TestTerminal talk(ChatEndpoint endpoint) {
        exitCode = CompletableFuture.supplyAsync(() -> {
            try {
                return new TerminalChat(chat, new UserColors(true), endpoint).talk();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }, Thread.ofPlatform().daemon().name("typist")::start);
        return this;
    }

    void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    void resize(int columns) {
        screen.setSize(Size.of(columns, ROWS));
        terminal.setSize(Size.of(columns, ROWS));
        terminal.raise(LineDisciplineTerminal.Signal.WINCH);
    }

    /** Waits until the last lines of the screen are these. */
    void awaitLines(String... last) {
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(lines()).endsWith(last));
    }

    /** The screen, without empty lines and trailing blanks. */
    List<String> lines() {
        return Stream.of(screen.toString().split("\n")).map(String::stripTrailing).filter(line -> !line.isEmpty())
                .toList();
    }

    /** Everything that was ever written to the terminal. */
    String everything() {
        synchronized (written) {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    int exitCode() throws Exception {
        return exitCode.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        chat.close();
    }

    /** The screen's side of the terminal. */
    private final class Screen extends OutputStream {
        private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            unflushed.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            unflushed.write(bytes, from, count);
        }

        @Override
        public synchronized void flush() throws IOException {
            synchronized (written) {
                unflushed.writeTo(written);
            }
            screen.write(unflushed.toString(StandardCharsets.UTF_8));
            unflushed.reset();
        }
    }
}
