package socketlab.core.framing;

import static java.util.stream.Collectors.joining;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/** Feeds decoders split input, with generated messages; the seed is printed, so that a failure can be repeated. */
public final class SplitInput {
    private static final List<String> CHARACTERS = List.of("a", "7", " ", "\u00e9", "\u00df", "\u20ac", "\u4e16",
            "\ud83d\ude00", "\ud834\udd1e", "\t", "\r ");

    private SplitInput() {}

    public static Random seeded(String subject) {
        long seed = Long.getLong("socketlab.seed", System.nanoTime());
        System.out.println(subject + ": -Dsocketlab.seed=" + seed);
        return new Random(seed);
    }

    /** Text of one to four bytes a character, empty now and then, with no newline in it. */
    public static String message(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> CHARACTERS.get(random.nextInt(CHARACTERS.size()))).collect(joining());
    }

    /** Everything that a decoder makes of the bytes when they arrive in pieces that end at these places. */
    public static List<String> decoded(Framing framing, byte[] bytes, int... cuts) throws FrameException {
        Decoder decoder = framing.decoder();
        List<String> messages = new ArrayList<>();
        int from = 0;
        for (int cut : IntStream.concat(IntStream.of(cuts).sorted(), IntStream.of(bytes.length)).toArray()) {
            decoder.feed(ByteBuffer.wrap(bytes, from, cut - from));
            for (byte[] message; (message = decoder.next()) != null;) {
                messages.add(text(message));
            }
            from = cut;
        }
        byte[] last = decoder.end();
        if (last != null) {
            messages.add(text(last));
        }
        return messages;
    }

    public static List<String> decoded(Framing framing, String text, int... cuts) throws FrameException {
        return decoded(framing, utf8(text), cuts);
    }
}
