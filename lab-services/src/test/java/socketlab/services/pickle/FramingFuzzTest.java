package socketlab.services.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.core.framing.SplitInput;
import socketlab.core.framing.RawFraming;

/** Random bytes give messages or a bad frame, and a decoder never buffers more than one message. */
class FramingFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final int MAX = 40;
    private static final int LONGEST_PIECE = 60;
    private static final int OVERHEAD = 80;   // length, pickle opcodes, carriage return
    private static final byte[] OPCODES = "()tVXpq.\u0080\u0085\u0094\u0095\u008c\n\0\1cR]}".getBytes(ISO_8859_1);

    @ParameterizedTest
    @ValueSource(strings = {"lines", "length", "raw", "pickle"})
    void randomBytesGiveMessagesOrABadFrameAndBoundedBuffers(String name) {
        Random random = SplitInput.seeded("fuzzing " + name);
        Framing framing = Framings.named(name, MAX);
        int most = framing instanceof RawFraming ? LONGEST_PIECE + 3 : MAX;
        int bad = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bad += isValid(framing.decoder(), bytes(framing, random), most, random) ? 0 : 1;
        }
        assertThat(bad).as("bad streams of " + ROUNDS).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    /** Valid messages, some with one byte changed; or valid messages and then noise; or noise alone. */
    private static byte[] bytes(Framing framing, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes.writeBytes(framing.encode(utf8(SplitInput.message(random))));
        }
        switch (random.nextInt(4)) {
            case 0 -> bytes.writeBytes(noise(random, random.nextInt(300)));
            case 1 -> bytes.writeBytes(PickleFramingTest.frame(opcodes(random)));
            default -> {}
        }
        byte[] all = bytes.toByteArray();
        if (all.length > 0 && random.nextBoolean()) {
            all[random.nextInt(all.length)] = (byte) random.nextInt();
        }
        return all;
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] opcodes(Random random) {
        byte[] opcodes = new byte[random.nextInt(MAX)];
        for (int i = 0; i < opcodes.length; i++) {
            opcodes[i] = OPCODES[random.nextInt(OPCODES.length)];
        }
        return opcodes;
    }

    /** False when the decoder reported a bad frame. */
    private static boolean isValid(Decoder decoder, byte[] bytes, int most, Random random) {
        try {
            int unfinished = 0;   // upper bound of the bytes buffered: since the piece that completed the last message
            for (int from = 0; from < bytes.length;) {
                int piece = Math.min(1 + random.nextInt(1 + random.nextInt(LONGEST_PIECE)), bytes.length - from);
                decoder.feed(ByteBuffer.wrap(bytes, from, piece));
                from += piece;
                unfinished = messages(decoder, most) > 0 ? piece : unfinished + piece;
                assertThat(unfinished).as("bytes buffered").isLessThanOrEqualTo(MAX + OVERHEAD + piece);
            }
            decoder.end();
            return true;
        } catch (FrameException why) {
            assertThat(why.getMessage()).isNotBlank().doesNotContain("\n");
            return false;
        }
    }

    private static int messages(Decoder decoder, int most) throws FrameException {
        int messages = 0;
        for (byte[] message; (message = decoder.next()) != null; messages++) {
            assertThat(message.length).isLessThanOrEqualTo(most);
        }
        return messages;
    }
}
