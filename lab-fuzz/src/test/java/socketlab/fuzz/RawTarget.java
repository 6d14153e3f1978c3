package socketlab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.framing.RawFraming;

/** A stream without frames: whatever the pieces, the same text comes out of it, or the same fault. */
final class RawTarget {
    private RawTarget() {}

    /** All messages after each other; a text that is faulty is given up, for how much of it came before is chance. */
    private record Read(String text, String fault) {}

    /** The first byte is the length of the pieces, the others are the stream. */
    static void check(byte[] input) {
        byte[] stream = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        Read atOnce = read(stream, Math.max(1, stream.length));
        DecoderTarget.expect(atOnce, read(stream, input.length == 0 ? 1 : Math.max(1, input[0] & 0xFF)), "in pieces");
        DecoderTarget.expect(atOnce, read(stream, 1), "byte by byte");
        if (atOnce.fault.isEmpty()) {
            DecoderTarget.expect(new String(stream, UTF_8), atOnce.text, "the text");
        }
    }

    private static Read read(byte[] stream, int piece) {
        Decoder decoder = new RawFraming().decoder();
        StringBuilder text = new StringBuilder();
        try {
            for (int from = 0; from < stream.length; from += piece) {
                decoder.feed(ByteBuffer.wrap(stream, from, Math.min(piece, stream.length - from)));
                for (byte[] message; (message = decoder.next()) != null;) {
                    text.append(new String(message, UTF_8));
                }
            }
            byte[] last = decoder.end();
            return new Read(text.append(last == null ? "" : new String(last, UTF_8)).toString(), "");
        } catch (FrameException why) {
            return new Read("", why.getMessage());
        }
    }
}
