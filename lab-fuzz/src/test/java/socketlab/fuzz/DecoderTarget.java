package socketlab.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/**
 * A decoder under fuzzing: the pieces in which bytes arrive make no difference, and it keeps no more than one message.
 *
 * @param framing   makes the decoder
 * @param mostBytes bytes that may have come since the last message, when it is neither complete nor refused
 */
public record DecoderTarget(Framing framing, int mostBytes) {

    /**
     * What came out.
     *
     * @param messages each byte a character
     * @param fault    what was wrong after them; empty where nothing was
     */
    public record Decoded(List<String> messages, String fault) {}

    /** The first byte chooses the pieces, the others are the stream. Returns what comes out. */
    public Decoded check(byte[] input) {
        byte[] stream = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        Random random = new Random(input.length == 0 ? 0 : input[0]);
        Decoded atOnce = decode(stream, () -> Math.max(1, stream.length));
        expect(atOnce, decode(stream, () -> 1 + random.nextInt(1 + random.nextInt(60))), "in pieces");
        expect(atOnce, decode(stream, () -> 1), "byte by byte");
        return atOnce;
    }

    /** The same for a framing whose messages, encoded and decoded, are what they were: what {@code again} says of each. */
    void check(byte[] input, UnaryOperator<String> again) {
        List<String> messages = check(input).messages;
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        messages.forEach(message -> frames.writeBytes(framing.encode(message.getBytes(ISO_8859_1))));
        expect(new Decoded(messages.stream().map(again).toList(), ""), decode(frames.toByteArray(), () -> Integer.MAX_VALUE),
                "encoded and decoded again");
    }

    private Decoded decode(byte[] stream, IntSupplier pieces) {
        Decoder decoder = framing.decoder();
        List<String> messages = new ArrayList<>();
        try {
            int unfinished = 0;
            for (int from = 0, piece; from < stream.length; from += piece) {
                piece = Math.min(pieces.getAsInt(), stream.length - from);
                decoder.feed(ByteBuffer.wrap(stream, from, piece));
                unfinished = takeAll(decoder, messages) ? 0 : unfinished + piece;
                expect(true, unfinished <= mostBytes || piece > 1, unfinished + " bytes are kept");
            }
            byte[] last = decoder.end();
            messages.addAll(last == null ? List.of() : List.of(new String(last, ISO_8859_1)));
            return new Decoded(messages, "");
        } catch (FrameException why) {
            expect(1L, why.getMessage().lines().count(), "lines of " + why);
            return new Decoded(messages, why.getMessage());
        }
    }

    private static boolean takeAll(Decoder decoder, List<String> messages) throws FrameException {
        int before = messages.size();
        for (byte[] message; (message = decoder.next()) != null;) {
            messages.add(new String(message, ISO_8859_1));
        }
        return messages.size() > before;
    }

    /** Throws where the two are not equal. */
    public static void expect(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": " + actual + " instead of " + expected);
        }
    }
}
