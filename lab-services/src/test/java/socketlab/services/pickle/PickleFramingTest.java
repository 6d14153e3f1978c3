package socketlab.services.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;
import static socketlab.core.framing.SplitInput.decoded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.framing.SplitInput;

/** A length and a pickle give the text that Python put into it, at every split point. */
class PickleFramingTest {
    private static final PickleFraming PICKLE = new PickleFraming(8192);
    private static final HexFormat HEX = HexFormat.of();

    /** {@code struct.pack("L", socket.htonl(len(pickle))) + pickle}, on x86-64. */
    static byte[] frame(byte[] pickle) {
        return ByteBuffer.allocate(8 + pickle.length).putInt(pickle.length).putInt(0).put(pickle).array();
    }

    @Test
    void messagesAreTheSameAtEverySplitPoint() throws FrameException {
        Random random = SplitInput.seeded("pickles at every split point");
        for (int round = 0; round < 50; round++) {
            List<String> messages = Stream.generate(() -> SplitInput.message(random) + "\n").limit(4).toList();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            messages.forEach(message -> bytes.writeBytes(PICKLE.encode(utf8(message))));
            for (int cut = 0; cut <= bytes.size(); cut++) {
                assertThat(decoded(PICKLE, bytes.toByteArray(), cut)).as("cut at %d", cut).isEqualTo(messages);
            }
        }
    }

    /** Made by CPython 3.11: {@code pickle.dumps((text,), protocol)} for the protocols 0 to 5. */
    @ParameterizedTest
    @ValueSource(strings = {
        "285668e9205c75323061635c5530303031663630305c75303030615c75303035630a70300a7470310a2e",
        "28580d00000068c3a920e282acf09f98800a5c71007471012e",
        "8002580d00000068c3a920e282acf09f98800a5c71008571012e",
        "8003580d00000068c3a920e282acf09f98800a5c71008571012e",
        "80049513000000000000008c0d68c3a920e282acf09f98800a5c9485942e",
        "80059513000000000000008c0d68c3a920e282acf09f98800a5c9485942e"})
    void picklesOfCPythonAreReadInEveryProtocolAndAtEverySplitPoint(String pickle) throws FrameException {
        byte[] frame = frame(HEX.parseHex(pickle));
        for (int cut = 0; cut <= frame.length; cut++) {
            assertThat(decoded(PICKLE, frame, cut)).containsExactly("h\u00e9 \u20ac\ud83d\ude00\n\\");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"28560a70300a7470310a2e", "28580000000071007471012e", "8002580000000071008571012e",
        "80049506000000000000008c009485942e"})
    void anEmptyTextIsAMessage(String pickle) throws FrameException {
        assertThat(decoded(PICKLE, frame(HEX.parseHex(pickle)))).containsExactly("");
    }

    /** From 64 KiB on, Python writes the text outside of its frames: BINUNICODE, then FRAME. */
    @Test
    void aTextLargerThanAPythonFrameIsRead() throws FrameException {
        String large = "x".repeat(65_536);
        byte[] pickle = ("\u0080\u0004X\0\0\1\0" + large + "\u0095\4\0\0\0\0\0\0\0\u0094\u0085\u0094.")
                .getBytes(ISO_8859_1);
        assertThat(decoded(new PickleFraming(65_536), frame(pickle))).containsExactly(large);
    }

    /** As in Python {@code struct.pack("L", socket.htonl(13)) + pickletools.optimize(pickle.dumps(("text",), 2))}. */
    @Test
    void encodeWritesALengthInNetworkByteOrderThenZerosThenAProtocol2Pickle() {
        assertThat(HEX.formatHex(PICKLE.encode(utf8("text"))))
                .isEqualTo("0000000d00000000" + "8002" + "5804000000" + "74657874" + "85" + "2e");
        assertThat(HEX.formatHex(PICKLE.encode(utf8("\u20ac"))))
                .isEqualTo("0000000c00000000" + "8002" + "5803000000" + "e282ac" + "85" + "2e");
    }

    @Test
    void aBigEndianLengthIsReadToo() throws FrameException {
        byte[] frame = PICKLE.encode(utf8("text"));
        ByteBuffer.wrap(frame).putLong(frame.length - 8);
        assertThat(decoded(PICKLE, frame, 5)).containsExactly("text");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 70L << 32, 70, 0x7FFF_FFFFL << 32, -1L << 32, -1, Long.MIN_VALUE, 0x0000_000D_8002_5804L})
    void anInvalidLengthIsRefusedBeforeThePickleArrives(long length) {
        Decoder decoder = new PickleFraming(5).decoder();
        decoder.feed(ByteBuffer.allocate(8).putLong(length).flip());
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class)
                .hasMessageContaining("1 to 69 are allowed").hasMessageContaining("htonl");
    }

    @Test
    void aTextMayBeExactlyAsLongAsTheLimit() throws FrameException {
        PickleFraming five = new PickleFraming(5);
        assertThat(decoded(five, five.encode(utf8("12345")))).containsExactly("12345");
        assertThat(decoded(five, five.encode(utf8("\u20ac12")))).containsExactly("\u20ac12");
        for (String longer : List.of("123456", "\u20ac123")) {
            assertThatThrownBy(() -> decoded(five, five.encode(utf8(longer)))).isInstanceOf(FrameException.class)
                    .hasMessage("a text of 6 bytes is too long; the limit is 5");
        }
    }

    @Test
    void aStreamThatEndsInsideAMessageIsABadFrame() throws FrameException {
        byte[] whole = PICKLE.encode(utf8("abc"));
        for (int end = 1; end < whole.length; end++) {
            Decoder decoder = PICKLE.decoder();
            decoder.feed(ByteBuffer.wrap(Arrays.copyOf(whole, end)));
            assertThat(decoder.next()).isNull();
            assertThatThrownBy(decoder::end).isInstanceOf(FrameException.class).hasMessageContaining("ended inside");
        }
        Decoder decoder = PICKLE.decoder();
        decoder.feed(ByteBuffer.wrap(whole));
        assertThat(text(decoder.next())).isEqualTo("abc");
        assertThat(decoder.end()).isNull();
    }
}
