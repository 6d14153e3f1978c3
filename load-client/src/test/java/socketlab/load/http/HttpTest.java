package socketlab.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.rows;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.TestLoad;
import socketlab.load.loop.TestTcpServer;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Where the responses of a web server end, and which of them are correct. */
@Timeout(60)
class HttpTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String PLAIN = OK + "Content-Length: 5\r\n\r\nhello";
    private static final String CHUNKED = OK + "transfer-encoding: Chunked\r\n\r\n"
            + "3;why=not\r\nhel\r\n2\r\nlo\r\n0\r\nSum: 5\r\n\r\n";
    private static final String EMPTY = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final String INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + PLAIN;
    private static final String CLOSING = OK + "Connection: close\r\nContent-Length: 0\r\n\r\n";

    private static List<String> decode(String bytes, int step) throws FrameException {
        Decoder decoder = new HttpDecoder();
        List<String> responses = new ArrayList<>();
        for (int at = 0; at < bytes.length(); at += step) {
            decoder.feed(ByteBuffer.wrap(bytes.substring(at, Math.min(bytes.length(), at + step)).getBytes(UTF_8)));
            for (byte[] response = decoder.next(); response != null; response = decoder.next()) {
                responses.add(new String(response, UTF_8));
            }
        }
        return responses;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void responsesAreTheSameHoweverTheBytesAreCut(int step) throws FrameException {
        assertThat(decode(PLAIN + CHUNKED + EMPTY + INTERIM + CLOSING, step)).containsExactly("HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK", "HTTP/1.1 204 No Content", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK (closes the connection)");
    }

    @Test
    void withoutALengthAResponseEndsWithTheStream() throws FrameException {
        Decoder decoder = new HttpDecoder();
        decoder.feed(ByteBuffer.wrap((OK + "\r\nhello").getBytes(UTF_8)));
        assertThat(decoder.next()).isNull();
        assertThat(decoder.end()).asString().isEqualTo("HTTP/1.1 200 OK (closes the connection)");
        Decoder cut = new HttpDecoder();
        cut.feed(ByteBuffer.wrap(PLAIN.substring(0, PLAIN.length() - 1).getBytes(UTF_8)));
        assertThat(cut.end()).as("cut short is no answer").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x\r\n", "HTTP/1.1 abc\r\n", OK + "Content-Length: -1\r\n\r\n",
        OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", OK + "no colon\r\n\r\n",
        "HTTP/1.1 101 Switching\r\n", OK + "Transfer-Encoding: chunked\r\n\r\nmuch\r\n"})
    void bytesThatAreNoHttpResponseAreAnError(String bytes) {
        assertThatThrownBy(() -> decode(bytes, 3)).isInstanceOf(FrameException.class);
    }

    @Test
    void aHeadThatIsTooLongIsAnError() {
        assertThatThrownBy(() -> decode(OK + "X: " + "x".repeat(64 << 10), 100)).isInstanceOf(FrameException.class)
                .hasMessage("the head is longer than 65536 bytes");
        assertThatThrownBy(() -> decode(OK + "X: y\r\n".repeat(20_000), 100)).isInstanceOf(FrameException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void aLongFieldIsNoError(int step) throws FrameException {
        assertThat(decode(OK + "Set-Cookie: " + "x".repeat(60_000) + "\r\nContent-Length: 0\r\n\r\n", step)).hasSize(1);
    }

    @Test
    void aFoldedFieldIsOneField() throws FrameException {
        String folded = OK + "X-Long: a\r\n  b\r\n\tc: d\r\nContent-Length:\r\n 5\r\n\r\nhello";
        assertThat(decode(folded + PLAIN, 3)).containsExactly("HTTP/1.1 200 OK", "HTTP/1.1 200 OK");
        assertThat(decode(OK + "Connection:\r\n close\r\nContent-Length: 0\r\n\r\n", 4))
                .containsExactly("HTTP/1.1 200 OK (closes the connection)");
        assertThat(decode(OK + " no field before it\r\nContent-Length: 0\r\n\r\n", 4)).hasSize(1);
    }

    @Test
    void anErrorNamesWhatIsWrong() {
        assertThatThrownBy(() -> decode("SSH-2.0-x\r\n", 3)).hasMessage("'SSH-2.0-x' is no HTTP/1 status line");
        assertThatThrownBy(() -> decode(OK + "no colon\r\n\r\n", 3)).hasMessage("the header field 'no colon' has no colon");
        assertThatThrownBy(() -> decode(OK + "Content-Length: five\r\n\r\n", 3)).hasMessageContaining("'five'");
        assertThatThrownBy(() -> decode(OK + "Transfer-Encoding: chunked\r\n\r\nmuch\r\n", 3)).hasMessageContaining("'much'");
    }

    @Test
    void aServerThatClosesAfterEachResponseWithoutSayingSoFailsNoRequest() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            readHead(client);
            TestTcpServer.send(client, PLAIN);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 2, 20).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(20);
            assertThat(log.reconnected()).isLessThanOrEqualTo(18);
        }
    }

    @Test
    void withoutKeepAliveTheRequestSaysSo() throws Exception {
        Queue<String> heads = new ConcurrentLinkedQueue<>();
        try (TestTcpServer server = new TestTcpServer(client -> {
            heads.add(readHead(client));
            TestTcpServer.send(client, PLAIN);
            TestTcpServer.discardInput(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("[::1]:80", "/x").withoutKeepAlive(), 1, 3).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(3);
            assertThat(heads).hasSize(3).allMatch(head -> head.contains("Connection: close\r") && head.contains(
                    "Host: [::1]:80\r"));
        }
    }

    private static String readHead(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = TestTcpServer.readLine(client); line != null && !line.equals("\r"); line = TestTcpServer.readLine(
                client)) {
            head.append(line);
        }
        return head.toString();
    }

    /** RFC 9112, section 6.3: what follows a response must not be taken for the response to a later request. */
    @ParameterizedTest
    @ValueSource(strings = {PLAIN, EMPTY, "HTTP/1.1 20", "\r\n", "junk"})
    void whatFollowsAResponseIsNeverTheNextOne(String surplus) throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            readHead(client);
            TestTcpServer.send(client, PLAIN + surplus);
            TestTcpServer.discardInput(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 1, 4).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.WRONG, Outcome.OK, Outcome.WRONG);
            assertThat(log.reasons().get(Outcome.WRONG)).startsWith("the server sent this before it was asked");
            assertThat(server.accepted).as("the connection is not used again").hasValue(2);
        }
    }

    @Test
    void soIsAResponseThatComesWhileTheConnectionIsIdle() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            readHead(client);
            TestTcpServer.send(client, PLAIN);
            Thread.sleep(Duration.ofMillis(5));   // else both are in one read
            TestTcpServer.send(client, PLAIN);
            TestTcpServer.discardInput(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 1, 2)
                    .withLoop(new Loop.Open(2, Arrivals.UNIFORM, 1)).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestTimeoutOnAKeptConnectionIsAReconnectAndNoFailure(boolean idle) throws Exception {
        String timeout = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (TestTcpServer server = new TestTcpServer(client -> {
            readHead(client);
            TestTcpServer.send(client, idle ? PLAIN + timeout : PLAIN);
            readHead(client);
            TestTcpServer.send(client, idle ? "" : timeout);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 1, 5).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(5);
            assertThat(log.reconnected()).isEqualTo(4);
            assertThat(rows(log)).allMatch(row -> log.firstByteUs(row) >= log.sentUs(row));
        }
    }

    @Test
    void aRequestTimeoutOnANewConnectionIsTheAnswer() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            readHead(client);
            TestTcpServer.send(client, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 1, 2).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(2);
        }
    }

    @Test
    void interimResponsesWithoutEndAreAnError() {
        assertThatThrownBy(() -> decode("HTTP/1.1 100 Continue\r\n\r\n".repeat(5_000), 4096))
                .isInstanceOf(FrameException.class).hasMessage("the head is longer than 65536 bytes");
    }

    @Test
    void anInvalidPathIsRefused() {
        for (String path : List.of("", "index.html", "/a b", "/\r\nX: y", "/ä")) {
            assertThatIllegalArgumentException().isThrownBy(() -> RequestProtocol.http("h", path))
                    .withMessageContaining("is no path");
        }
    }

    @Test
    void aConnectionIsKeptUntilTheServerSaysThatItCloses() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (int i = 0; i < 3; i++) {
                String request = TestTcpServer.readLine(client);
                assertThat(request).isEqualTo("GET /x HTTP/1.1\r");
                while (!TestTcpServer.readLine(client).equals("\r")) {
                    // skipped
                }
                TestTcpServer.send(client, i < 2 ? PLAIN : CLOSING);
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/x"), 1, 9).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(9);
            assertThat(server.accepted).hasValue(3);
        }
    }

    @Test
    void aStatusOtherThan2xxIsWrong() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            TestTcpServer.readLine(client);
            TestTcpServer.send(client, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            TestTcpServer.discardInput(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/"), 1, 3).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(3);
        }
    }
}
