package socketlab.core.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;
import static socketlab.core.framing.SplitInput.decoded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** The framing by length: every split point, the length limit, any content. */
class LengthFramingTest {
    private static final LengthFraming LENGTH = new LengthFraming(8192);

    @Test
    void messagesAreTheSameAtEverySplitPoint() throws FrameException {
        Random random = SplitInput.seeded("lengths at every split point");
        for (int round = 0; round < 200; round++) {
            List<String> messages = Stream.generate(() -> SplitInput.message(random) + "\n").limit(6).toList();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            messages.forEach(message -> bytes.writeBytes(LENGTH.encode(utf8(message))));
            for (int cut = 0; cut <= bytes.size(); cut++) {
                assertThat(decoded(LENGTH, bytes.toByteArray(), cut)).as("cut at %d", cut).isEqualTo(messages);
            }
        }
    }

    @Test
    void theLengthComesFirstInNetworkByteOrder() {
        assertThat(LENGTH.encode(utf8("abc"))).containsExactly(0, 0, 0, 3, 'a', 'b', 'c');
    }

    @Test
    void anEmptyMessageIsAMessage() throws FrameException {
        assertThat(decoded(LENGTH, new byte[8], 4)).containsExactly("", "");
    }

    @Test
    void aMessageMayContainAnyBytes() throws FrameException {
        byte[] bytes = {(byte) 0xFF, 0, '\n', (byte) 0xC3};
        Decoder decoder = LENGTH.decoder();
        decoder.feed(ByteBuffer.wrap(LENGTH.encode(bytes)));
        assertThat(decoder.next()).isEqualTo(bytes);
    }

    @Test
    void aMessageMayBeAsLongAsTheLimit() throws FrameException {
        LengthFraming five = new LengthFraming(5);
        assertThat(decoded(five, five.encode(utf8("12345")), 3)).containsExactly("12345");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthAboveTheLimitIsRefusedBeforeTheMessageArrives(int length) {
        Decoder decoder = new LengthFraming(5).decoder();
        decoder.feed(ByteBuffer.allocate(4).putInt(length).flip());
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class)
                .hasMessageContaining(Integer.toUnsignedString(length)).hasMessageContaining("the limit is 5");
    }

    @Test
    void aStreamThatEndsInsideAMessageIsABadFrame() throws FrameException {
        byte[] whole = LENGTH.encode(utf8("abc"));
        for (int end = 1; end < whole.length; end++) {
            Decoder decoder = LENGTH.decoder();
            decoder.feed(ByteBuffer.wrap(Arrays.copyOf(whole, end)));
            assertThat(decoder.next()).isNull();
            assertThatThrownBy(decoder::end).isInstanceOf(FrameException.class).hasMessageContaining("ended inside");
        }
        Decoder decoder = LENGTH.decoder();
        decoder.feed(ByteBuffer.wrap(whole));
        assertThat(text(decoder.next())).isEqualTo("abc");
        assertThat(decoder.end()).isNull();
    }
}
