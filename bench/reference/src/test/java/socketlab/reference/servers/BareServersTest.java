package socketlab.reference.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bare server speaks the protocol of the model that it stands beside. */
@Timeout(20)
class BareServersTest {
    private static final int READ_TIMEOUT_MILLIS = 5_000;

    private interface Test {
        void run(BareServer server) throws IOException;
    }

    private static void serving(String name, Test test) throws IOException {
        BareServer server;
        try {
            server = BareServers.open(name);
        } catch (IOException unavailable) {
            assumeThat(unavailable).as("this system has it").isNull();
            return;
        }
        CompletableFuture<Void> served = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                server.serve();
                served.complete(null);
            } catch (IOException | RuntimeException e) {
                served.completeExceptionally(e);
            }
        });
        try (server) {
            test.run(server);
        }
        served.join();   // close ends it
    }

    private static Socket connect(BareServer server) throws IOException {
        Socket client = new Socket(server.address().getAddress(), server.address().getPort());
        client.setTcpNoDelay(true);
        client.setSoTimeout(READ_TIMEOUT_MILLIS);
        return client;
    }

    private static String exchange(Socket client, String request, int bytes) throws IOException {
        client.getOutputStream().write(request.getBytes(US_ASCII));
        return new String(client.getInputStream().readNBytes(bytes), US_ASCII);
    }

    /** A part of a line gives no reply: what the second client hears shows that the server has read the first one's part. */
    @ParameterizedTest
    @ValueSource(strings = {"selector-lines", "platform-lines", "virtual-lines", "netty-nio", "netty-epoll", "netty-io_uring"})
    void echoReturnsWholeLinesOnly(String name) throws IOException {
        serving(name, server -> {
            try (Socket client = connect(server); Socket other = connect(server)) {
                assertThat(exchange(client, "one\n", 4)).isEqualTo("one\n");
                client.getOutputStream().write("two\nthree\nfo".getBytes(US_ASCII));
                assertThat(exchange(other, "x\n", 2)).isEqualTo("x\n");
                assertThat(exchange(client, "", 10)).isEqualTo("two\nthree\n");
                assertThat(exchange(other, "y\n", 2)).isEqualTo("y\n");
                assertThat(client.getInputStream().available()).isZero();
                assertThat(exchange(client, "ur\n", 5)).isEqualTo("four\n");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp-blocking", "udp-selector", "udp-hand-over"})
    void aDatagramComesBack(String name) throws IOException {
        serving(name, server -> {
            try (DatagramSocket client = new DatagramSocket()) {
                client.setSoTimeout(READ_TIMEOUT_MILLIS);
                for (String text : new String[] {"one", "two"}) {
                    client.send(new DatagramPacket(text.getBytes(US_ASCII), text.length(), server.address()));
                    DatagramPacket reply = new DatagramPacket(new byte[100], 100);
                    client.receive(reply);
                    assertThat(new String(reply.getData(), 0, reply.getLength(), US_ASCII)).isEqualTo(text);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"selector-sleep", "platform-sleep", "virtual-sleep"})
    void aSleeperRepliesAfterASecondAndHangsUp(String name) throws IOException {
        serving(name, server -> {
            try (Socket client = connect(server)) {
                long start = System.nanoTime();
                assertThat(exchange(client, "hello\n", 100)).isEqualTo("hello!\n");   // and the end of the stream
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"microhttp", "jdk.httpserver"})
    void aWebServerKeepsItsConnection(String name) throws IOException {
        serving(name, server -> {
            try (Socket client = connect(server)) {
                for (int i = 0; i < 2; i++) {
                    client.getOutputStream().write("GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
                    StringBuilder reply = new StringBuilder();
                    while (reply.indexOf(BareServer.HELLO) < 0) {
                        reply.append((char) client.getInputStream().read());
                    }
                    assertThat(reply.toString()).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: 14\r\n");
                }
            }
        });
    }
}
