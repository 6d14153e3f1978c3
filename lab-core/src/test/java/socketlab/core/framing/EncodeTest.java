package socketlab.core.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketlab.core.Framing;

/** A frame is the same whether it stands alone or in a buffer, where it fits as a whole or not at all. */
class EncodeTest {
    private static final byte[] MESSAGE = utf8("h\u00e9llo");

    static Stream<Framing> framings() {
        return Stream.of(new LineFraming(100), new LengthFraming(100), new RawFraming());
    }

    @ParameterizedTest
    @MethodSource("framings")
    void aFrameThatJustFitsIsPutAfterWhatIsInTheBuffer(Framing framing) {
        byte[] frame = framing.encode(MESSAGE);
        ByteBuffer buffer = ByteBuffer.allocate(1 + frame.length).put((byte) '!');
        assertThat(framing.encode(MESSAGE, buffer)).isTrue();
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(Arrays.copyOfRange(buffer.array(), 1, buffer.capacity())).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void ofAFrameThatDoesNotFitNothingIsPut(Framing framing) {
        ByteBuffer buffer = ByteBuffer.allocate(framing.encode(MESSAGE).length - 1);
        assertThat(framing.encode(MESSAGE, buffer)).isFalse();
        assertThat(buffer.position()).isZero();
    }
}
