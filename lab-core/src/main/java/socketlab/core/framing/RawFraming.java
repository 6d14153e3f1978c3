package socketlab.core.framing;

import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;
import socketlab.core.Text;

/**
 * No framing at all: a message is what one read returned, less a character that is still arriving. Most first chat
 * programs do this, and break: two sends may be read as one, and one as two.
 */
public record RawFraming() implements Framing {

    /** Found by the name {@code raw}. */
    public static final class Factory implements FramingFactory {
        @Override
        public String name() {
            return "raw";
        }

        @Override
        public Framing create(int maxMessage) {
            return new RawFraming();
        }
    }

    @Override
    public byte[] encode(byte[] message) {
        return message;
    }

    /**
     * Two messages in one write would always be read as one. With a write for each, a client that reads in time gets
     * them one by one. A client that reads late still gets them as one, because its own kernel has joined them; no
     * sender can prevent that.
     */
    @Override
    public boolean preservesWrites() {
        return true;
    }

    @Override
    public Decoder decoder() {
        return new RawDecoder();
    }

    private static final class RawDecoder implements Decoder {
        private final InputBuffer input = new InputBuffer();

        @Override
        public void feed(ByteBuffer bytes) {
            input.append(bytes);
        }

        @Override
        public byte[] next() throws FrameException {
            int whole = Text.wholeCharacters(input.view());
            return whole == 0 ? null : input.take(whole);
        }

        @Override
        public byte[] end() throws FrameException {
            return input.size() == 0 ? null : Text.requireUtf8(input.take(input.size()));
        }
    }
}
