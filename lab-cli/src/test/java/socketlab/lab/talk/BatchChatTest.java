package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;
import socketlab.core.Text;

/** Lines in, lines out, against the real chat. */
@Timeout(60)
class BatchChatTest {

    /** What a script saw. */
    private record Heard(int exitCode, List<String> out, String err) {}

    private static Heard script(ChatEndpoint target, String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TerminalChat.inScript(target, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Heard(code, out.toString(StandardCharsets.UTF_8).lines().toList(),
                err.toString(StandardCharsets.UTF_8));
    }

    private static Heard chat(String model, String framing, String name, String input) throws IOException {
        ModelRegistry catalogue = ModelRegistry.of(BatchChatTest.class.getClassLoader());
        ServiceOptions options = new ServiceOptions(Duration.ZERO, false, false, Optional.of(framing), 8192);
        try (Service chat = catalogue.service("chat").create(options, model)) {
            Server server = catalogue.model(model).start(chat, Options.defaults());
            try {
                return script(new ChatEndpoint(Text.plain(server.address()), server.address(), Optional.ofNullable(name),
                        model.startsWith("udp"), framing, 100), input);
            } finally {
                server.close(Duration.ofSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"select,lines", "threaded,lines", "single,lines", "virtual,length", "udp-select,lines"})
    void whatIsSaidIsAnsweredUntilGoodbye(String model, String framing) throws Exception {
        Heard heard = chat(model, framing, "alice", "/broadcast hello\n/quit\nnever said\n");
        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).hasSize(4);
        assertThat(heard.out().get(0)).isEqualTo("> Connected to the chat server (1 user online)");
        assertThat(heard.out().get(1)).startsWith("CLIENT: 127.0.0.1:");
        assertThat(heard.out().get(2)).matches("\\[alice@127\\.0\\.0\\.1:[0-9]+] hello");
        assertThat(heard.out().get(3)).isEqualTo("Goodbye!");
    }

    @Test
    void atTheEndOfTheInputItSaysQuit() throws Exception {
        Heard heard = chat("select", "lines", null, "/broadcast hello");
        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).last().isEqualTo("Goodbye!");
    }

    @Test
    void withRawFramingItPrintsWhateverAReadReturned() throws Exception {
        Heard heard = chat("select", "raw", null, "/quit\n");
        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(String.join("", heard.out())).contains("> Connected", "Goodbye!");
    }

    @Test
    void aLineThatIsTooLongIsSaidOnStderrAndInTheExitCode() throws Exception {
        Heard heard = chat("select", "lines", null, "x".repeat(101) + "\n/broadcast still here\n");
        assertThat(heard.exitCode()).isEqualTo(3);
        assertThat(heard.err().strip()).isEqualTo("not all was sent: a line has 101 bytes, and 100 is the most");
        assertThat(heard.out()).anySatisfy(line -> assertThat(line).endsWith("] still here"));
    }

    @Test
    void aServerThatHangsUpFirstIsExitCode1() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Thread.ofVirtual().start(() -> {
                try {
                    FakeServer.Guest guest = server.accept();
                    guest.say("too \033[2Jlate");
                    guest.hangUp();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = TerminalChat.inScript(server.target(null), new Silent(),
                    new PrintStream(out, true), new PrintStream(err));
            assertThat(code).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("too \uFFFD[2Jlate" + System.lineSeparator());
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("the server is gone: it hung up" + System.lineSeparator());
        }
    }

    @Test
    void aServerThatHangsUpWithoutAWordIsNobodyToTalkTo() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Thread.ofVirtual().start(() -> {
                try {
                    server.accept().hangUp();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThatThrownBy(() -> TerminalChat.inScript(server.target(null), new Silent(), System.out, System.err))
                    .isInstanceOf(IOException.class).hasMessageStartingWith("nobody to talk to at 127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void whereThereIsNobodyOneLineSaysSo(boolean udp) throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        ChatEndpoint target = new ChatEndpoint("127.0.0.1:" + nobody,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody), Optional.of("alice"), udp,
                "lines", 100);
        assertThatThrownBy(() -> script(target, "hello\nhello\n")).isInstanceOf(IOException.class)
                .hasMessageStartingWith("nobody to talk to at 127.0.0.1:%d (Connection refused)".formatted(nobody))
                .hasMessageNotContaining("\n");
    }

    /** An input on which nobody ever types. */
    private static final class Silent extends InputStream {
        @Override
        public synchronized int read() throws IOException {
            try {
                while (true) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
