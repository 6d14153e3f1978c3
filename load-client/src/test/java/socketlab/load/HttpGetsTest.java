package socketlab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** HTTP from the client's side: a path is said, an answer is a head and its body. */
@Timeout(60)
class HttpGetsTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 3\r\nConnection: close\r\n\r\nabc";

    @Test
    void a_path_becomes_a_request() {
        assertThat(text(new HttpGets().encode(utf8("/sleep"))))
                .startsWith("GET /sleep HTTP/1.1\r\nHost: ").endsWith("\r\n\r\n");
    }

    @Test
    void an_answer_is_whole_when_its_body_is_and_not_before_wherever_it_was_cut() throws FrameException {
        byte[] bytes = utf8(ANSWER);
        for (int cut = 0; cut < bytes.length; cut++) {
            Decoder decoder = new HttpGets().decoder();
            decoder.feed(ByteBuffer.wrap(bytes, 0, cut));
            assertThat(decoder.next()).as("after %d bytes", cut).isNull();
            decoder.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
            assertThat(decoder.next()).isEqualTo(bytes);
            assertThat(decoder.end()).isNull();
        }
    }

    @Test
    void an_answer_without_end_is_no_answer() {
        Decoder decoder = new HttpGets().decoder();
        decoder.feed(ByteBuffer.wrap(new byte[2 << 20]));
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class);
    }

    @Test
    void only_200_is_right() throws Exception {
        for (String status : new String[] {"200 OK", "503 Service Unavailable"}) {
            try (TinyServer server = new TinyServer(client -> {
                client.getInputStream().read(new byte[200]);
                OutputStream out = client.getOutputStream();
                out.write(utf8(ANSWER.replace("200 OK", status)));
            })) {
                RequestLog log = Loads.at(server.address(), Conversation.web("/sleep"), 2, 4).run();
                assertThat(log.count(status.startsWith("200") ? Outcome.OK : Outcome.WRONG)).isEqualTo(4);
            }
        }
    }
}
