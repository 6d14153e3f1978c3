package socketlab.services.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** The end of one request and the start of the next, at every split point. */
class RequestHeadFramingTest {
    private static final RequestHeadFraming HEADS = new RequestHeadFraming(200);
    private static final String ONE = "GET /about HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String TWO = "HEAD /sleep?ms=5 HTTP/1.0\nX-Odd:\t\u00ff \n\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n";

    /** All heads that the decoder returns when the bytes arrive in pieces that end at {@code cuts}. */
    private static List<String> found(String bytes, int... cuts) throws FrameException {
        byte[] all = utf8(bytes);
        Decoder decoder = HEADS.decoder();
        List<String> heads = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : all.length;
            decoder.feed(ByteBuffer.wrap(all, from, to - from));
            for (byte[] head; (head = decoder.next()) != null;) {
                heads.add(text(head));
            }
            from = to;
        }
        assertThat(decoder.end()).as("message at the end of the stream").isNull();
        return heads;
    }

    private static void isRefused(String bytes, HttpStatus status) {
        for (int cut = 0; cut <= bytes.length(); cut++) {
            int at = cut;
            assertThatThrownBy(() -> found(bytes, at)).as("cut at %d", at).asInstanceOf(type(BadRequest.class))
                    .extracting(BadRequest::status).isEqualTo(status);
        }
    }

    @Test
    void requestsAreTheSameAtEverySplitPoint() throws FrameException {
        String all = "\r\n" + ONE + TWO + "\n\r\n" + POST + "GET / HTTP/1" + ONE + "GET /unfinished HTTP/1.1\r\n";
        int length = utf8(all).length;
        for (int first = 0; first <= length; first++) {
            for (int second = first; second <= length; second += 7) {
                assertThat(found(all, first, second)).as("cut at %d and %d", first, second)
                        .containsExactly(ONE, TWO, POST, "1" + ONE);
            }
        }
    }

    @Test
    void aBodyIsSkippedAndNeverTakenForARequest() throws FrameException {
        String body = "GET / H/1\r\n";
        assertThat(found(POST + body + ONE)).containsExactly(POST, ONE);
    }

    @Test
    void aRequestIsCompleteWhenItsBodyHasArrived() throws FrameException {
        assertThat(found(POST + "0123456789")).isEmpty();
        assertThat(found(POST + "0123456789A")).containsExactly(POST);
    }

    @Test
    void anUnfinishedRequestGivesNoMessage() throws FrameException {
        for (int end = 0; end < ONE.length(); end++) {
            assertThat(found(ONE.substring(0, end))).isEmpty();
        }
    }

    @Test
    void theRequestLineAndTheFieldsMayEachBeExactlyAsLongAsTheLimit() throws FrameException {
        String line = "GET / HTTP/1.1\r\n";
        String fields = "Host: a\r\nX: \r\n\r\n";
        String longest = line.replace("/ ", "/" + "a".repeat(200 - line.length()) + " ")
                + fields.replace("X: ", "X: " + "x".repeat(200 - fields.length()));
        assertThat(found(longest + longest, 199)).containsExactly(longest, longest);
        isRefused(longest.replace("X: ", "X: x"), HttpStatus.FIELDS_TOO_LARGE);
        isRefused(longest.replace("/a", "/aa"), HttpStatus.URI_TOO_LONG);
    }

    @Test
    void aLongTargetAndLongFieldsHaveTheirOwnStatus() {
        isRefused("GET /" + "a".repeat(250) + " HTTP/1.1\r\nHost: a\r\n\r\n", HttpStatus.URI_TOO_LONG);
        isRefused("x".repeat(250), HttpStatus.URI_TOO_LONG);
        isRefused("GET / HTTP/1.1\r\nX: " + "a".repeat(250), HttpStatus.FIELDS_TOO_LARGE);
    }

    @Test
    void aHeadThatArrivesByteByByteIsSearchedOnce() throws FrameException {
        Decoder decoder = new RequestHeadFraming(1 << 20).decoder();
        byte[] head = utf8("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(400_000) + "\r\n\r\n");
        int heads = 0;
        for (byte one : head) {   // a search from the start for every byte would take minutes
            decoder.feed(ByteBuffer.wrap(new byte[] {one}));
            heads += decoder.next() == null ? 0 : 1;
        }
        assertThat(heads).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the server is full", "", "HTTP/1.1"})
    void aMessageThatIsNoResponseIsSentAs503(String words) {
        assertThat(text(HEADS.encode(utf8(words)))).startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("\r\nConnection: close\r\n").endsWith("503 Service Unavailable: " + words + "\n");
    }

    @Test
    void aResponseIsSentUnchanged() {
        byte[] answer = utf8("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(HEADS.encode(answer)).isSameAs(answer);
    }
}
