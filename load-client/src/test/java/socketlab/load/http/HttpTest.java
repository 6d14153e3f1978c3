package socketlab.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.TestLoad;
import socketlab.load.loop.TestTcpServer;
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
        assertThatThrownBy(() -> decode(OK + "X: " + "x".repeat(9 << 10), 100)).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> decode(OK + "X: y\r\n".repeat(20_000), 100)).isInstanceOf(FrameException.class);
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
