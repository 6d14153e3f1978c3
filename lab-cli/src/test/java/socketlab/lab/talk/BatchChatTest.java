package socketlab.lab.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;
import socketlab.core.Text;

/** A chat in a script, against the real service. */
@Timeout(60)
class BatchChatTest {

    /** What a script printed, and its exit code. */
    private record Output(int exitCode, List<String> out, String err) {}

    private static Output script(ChatEndpoint endpoint, String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TerminalChat.inScript(endpoint, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Output(code, out.toString(StandardCharsets.UTF_8).lines().toList(),
                err.toString(StandardCharsets.UTF_8));
    }

    private static Output chat(String model, String framing, String name, String input) throws IOException {
        return chat(model, framing, name, input, List.of());
    }

    private static Output chat(String model, String framing, String name, String input, List<InetSocketAddress> before)
            throws IOException {
        ModelRegistry registry = ModelRegistry.of(BatchChatTest.class.getClassLoader());
        ServiceOptions options = new ServiceOptions(Duration.ZERO, false, false, Optional.of(framing), 8192);
        try (Service chat = registry.service("chat").create(options, model)) {
            Server server = registry.model(model).start(chat, Options.defaults());
            try {
                List<InetSocketAddress> addresses = Stream.concat(before.stream(), Stream.of(server.address())).toList();
                return script(new ChatEndpoint(Text.plain(server.address()), addresses, Optional.ofNullable(name),
                        model.startsWith("udp"), framing, 100), input);
            } finally {
                server.close(Duration.ofSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"select,lines", "threaded,lines", "single,lines", "virtual,length", "udp-select,lines"})
    void linesAreSentAndRepliesPrintedUntilGoodbye(String model, String framing) throws Exception {
        Output output = chat(model, framing, "alice", "/broadcast hello\n/quit\nnever sent\n");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out()).hasSize(4);
        assertThat(output.out().get(0)).isEqualTo("> Connected to the chat server (1 user online)");
        assertThat(output.out().get(1)).startsWith("CLIENT: 127.0.0.1:");
        assertThat(output.out().get(2)).matches("\\[alice@127\\.0\\.0\\.1:[0-9]+] hello");
        assertThat(output.out().get(3)).isEqualTo("Goodbye!");
    }

    @Test
    void atTheEndOfTheInputQuitIsSent() throws Exception {
        Output output = chat("select", "lines", null, "/broadcast hello");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out()).last().isEqualTo("Goodbye!");
    }

    @Test
    void withRawFramingEveryReadIsPrinted() throws Exception {
        Output output = chat("select", "raw", null, "/quit\n");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(String.join("", output.out())).contains("> Connected", "Goodbye!");
    }

    @Test
    void aLineThatIsTooLongIsReportedAndTheExitCodeIs3() throws Exception {
        Output output = chat("select", "lines", null, "x".repeat(101) + "\n/broadcast still here\n");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.err().strip()).isEqualTo("not all lines were sent: the line has 101 bytes, the limit is 100");
        assertThat(output.out()).anySatisfy(line -> assertThat(line).endsWith("] still here"));
    }

    @Test
    void aLostConnectionIsExitCode1() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Thread.ofVirtual().start(() -> {
                try {
                    FakeServer.Connection client = server.accept();
                    client.send("too \033[2Jlate");
                    client.hangUp();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = TerminalChat.inScript(server.endpoint(null), new Silent(),
                    new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
            assertThat(code).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("too \uFFFD[2Jlate" + System.lineSeparator());
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("connection lost: the server hung up" + System.lineSeparator());
        }
    }

    /** It read on for ever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatNeverHangsUpIsLeftSomeTimeAfterQuit(boolean talks) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Thread.ofVirtual().start(() -> {
                try {
                    FakeServer.Connection client = server.accept();
                    client.send("hello");
                    while (talks) {
                        client.send("and another thing");
                    }
                    client.receive();
                } catch (IOException leftAlone) {
                    return;
                }
            });
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            ChatEndpoint endpoint = server.endpoint(null);
            try (ChatChannel channel = endpoint.connect()) {
                int code = new BatchChat(endpoint, channel, new PrintStream(err, true, UTF_8), Duration.ofSeconds(1))
                        .run(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
                assertThat(code).isZero();
                assertThat(err.toString(UTF_8).strip()).isEqualTo("the server did not hang up within 1 s after /quit");
            }
        }
    }

    @Test
    void aServerThatSendsNothingIsNoChatServer() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Thread.ofVirtual().start(() -> {
                try {
                    server.accept().hangUp();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThatThrownBy(() -> TerminalChat.inScript(server.endpoint(null), new Silent(), System.out, System.err))
                    .isInstanceOf(IOException.class).hasMessageStartingWith("no chat server at 127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aRefusedConnectionIsReportedInOneLine(boolean udp) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ChatEndpoint endpoint = new ChatEndpoint("127.0.0.1:" + port,
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), Optional.of("alice"), udp,
                "lines", 100);
        assertThatThrownBy(() -> script(endpoint, "hello\nhello\n")).isInstanceOf(IOException.class)
                .hasMessageStartingWith("no chat server at 127.0.0.1:%d (Connection refused)".formatted(port))
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "udp-select"})
    void theNextAddressOfTheServersNameIsTriedWhereTheFirstRefuses(String model) throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) closed.getLocalSocketAddress();
        }
        assertThat(chat(model, "lines", "alice", "hello\n", List.of(nobody)).out()).anyMatch(line -> line.contains(
                "Connected to the chat"));
    }

    /** An input that never has a line. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
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
