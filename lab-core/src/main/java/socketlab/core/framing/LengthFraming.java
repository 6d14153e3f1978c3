package socketlab.core.framing;

import static socketlab.core.Text.format;

import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;

/**
 * A message follows its length: 4 bytes in network byte order. It may contain any bytes, newlines too.
 *
 * @param maxMessage bytes in one message, at most
 */
public record LengthFraming(int maxMessage) implements Framing {

    /** Registers the framing under the name {@code length}. */
    public static final class Factory implements FramingFactory {
        @Override
        public String name() {
            return "length";
        }

        @Override
        public Framing create(int maxMessage) {
            return new LengthFraming(maxMessage);
        }
    }

    @Override
    public byte[] encode(byte[] message) {
        return ByteBuffer.allocate(Integer.BYTES + message.length).putInt(message.length).put(message).array();
    }

    @Override
    public boolean encode(byte[] message, ByteBuffer buffer) {
        boolean fits = Integer.BYTES + message.length <= buffer.remaining();
        if (fits) {
            buffer.putInt(message.length).put(message);
        }
        return fits;
    }

    @Override
    public Decoder decoder() {
        return new LengthDecoder(maxMessage);
    }

    private static final class LengthDecoder implements Decoder {
        private final int maxMessage;
        private final InputBuffer input = new InputBuffer();

        LengthDecoder(int maxMessage) {
            this.maxMessage = maxMessage;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            input.append(bytes);
        }

        /** Checks the length before the message arrives: a client must not make the server buffer two gigabytes. */
        @Override
        public byte[] next() throws FrameException {
            if (input.size() < Integer.BYTES) {
                return null;
            }
            int length = input.view().getInt();
            if (length < 0 || length > maxMessage) {
                throw new FrameException(format("a message of %s bytes is announced; the limit is %d", Integer
                        .toUnsignedString(length), maxMessage));
            }
            if (input.size() < Integer.BYTES + length) {
                return null;
            }
            input.drop(Integer.BYTES);
            return input.take(length);
        }

        @Override
        public byte[] end() throws FrameException {
            if (input.size() > 0) {
                throw new FrameException("the stream ended inside a message");
            }
            return null;
        }
    }
}
