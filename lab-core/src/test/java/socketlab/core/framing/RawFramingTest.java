package socketlab.core.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;
import static socketlab.core.framing.SplitInput.decoded;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** Without a framing, two sends may be one message and one send two, but a message never ends inside a character. */
class RawFramingTest {
    private static final RawFraming RAW = new RawFraming();

    @Test
    void charactersAreTheSameAtEverySplitPoint() throws FrameException {
        Random random = SplitInput.seeded("raw at every split point");
        for (int round = 0; round < 200; round++) {
            String text = Stream.generate(() -> SplitInput.message(random)).limit(6).collect(Collectors.joining("\n"));
            byte[] bytes = RAW.encode(utf8(text));
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertThat(String.join("", decoded(RAW, bytes, cut))).as("cut at %d", cut).isEqualTo(text);
            }
        }
    }

    @Test
    void aMessageIsWhatOneReadReturned() throws FrameException {
        assertThat(decoded(RAW, "hello world", 5)).containsExactly("hello", " world");
        assertThat(decoded(RAW, "one\ntwo\n")).containsExactly("one\ntwo\n");
    }

    @Test
    void anIncompleteCharacterWaitsForItsRest() throws FrameException {
        assertThat(decoded(RAW, "a\u20acb", 2)).containsExactly("a", "\u20acb");
        assertThat(decoded(RAW, "\u20ac", 1, 2)).containsExactly("\u20ac");
    }

    @Test
    void malformedUtf8IsRefused() {
        Decoder decoder = RAW.decoder();
        decoder.feed(ByteBuffer.wrap(new byte[] {(byte) 0xFF}));
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class).hasMessage("that is not UTF-8 text");
    }

    @Test
    void anIncompleteCharacterAtTheEndOfTheStreamIsRefused() {
        assertThatThrownBy(() -> decoded(RAW, new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
                .isInstanceOf(FrameException.class).hasMessageContaining("ends inside a character");
    }
}
