package socketlab.core.framing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;

/** A message is a line of UTF-8 text that ends in a newline; a carriage return before it is accepted and dropped. */
public record LineFraming(int maxMessage) implements Framing {

    /** Found by the name {@code lines}. */
    public static final class Factory implements FramingFactory {
        @Override
        public String name() {
            return "lines";
        }

        @Override
        public Framing create(int maxMessage) {
            return new LineFraming(maxMessage);
        }
    }

    /** The message must hold no newline of its own, or it will arrive as two. */
    @Override
    public byte[] encode(byte[] message) {
        byte[] line = Arrays.copyOf(message, message.length + 1);
        line[message.length] = '\n';
        return line;
    }

    @Override
    public Decoder decoder() {
        return new LineDecoder(maxMessage);
    }

    private static final class LineDecoder implements Decoder {
        private final int maxMessage;
        private final InputBuffer held = new InputBuffer();
        private int searched;   // no newline before here: a line that dribbles in is searched once, not once a byte

        LineDecoder(int maxMessage) {
            this.maxMessage = maxMessage;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            held.append(bytes);
        }

        @Override
        public byte[] next() throws FrameException {
            int newline = held.indexOf((byte) '\n', searched);
            if (newline < 0) {
                searched = held.size();
                if (searched > maxMessage + 1) {   // one more may be a carriage return
                    throw tooLong();
                }
                return null;
            }
            searched = 0;
            int length = newline > 0 && held.at(newline - 1) == '\r' ? newline - 1 : newline;
            return line(length, newline + 1);
        }

        @Override
        public byte[] end() throws FrameException {
            return held.size() == 0 ? null : line(held.size(), held.size());
        }

        private byte[] line(int length, int consumed) throws FrameException {
            if (length > maxMessage) {
                throw tooLong();
            }
            byte[] line = held.take(length);
            held.drop(consumed - length);
            return Utf8.checked(line);
        }

        private FrameException tooLong() {
            return new FrameException("that line is longer than %d bytes".formatted(maxMessage));
        }
    }
}
