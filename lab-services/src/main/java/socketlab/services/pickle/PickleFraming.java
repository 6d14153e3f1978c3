package socketlab.services.pickle;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;
import socketlab.core.framing.InputBuffer;

/**
 * What the Python cookbook's chat client speaks: the length of a pickle, then the pickle, which is a tuple of one str.
 *
 * <p>The length is {@code struct.pack("L", socket.htonl(length))}: 64 bits in the machine's own order, into which htonl
 * has put 32 in network order. On a little-endian machine that makes four bytes of length and four of zero.
 */
public record PickleFraming(int maxMessage) implements Framing {

    /** Found by the name {@code pickle}. */
    public static final class Factory implements FramingFactory {
        @Override
        public String name() {
            return "pickle";
        }

        @Override
        public Framing create(int maxMessage) {
            return new PickleFraming(maxMessage);
        }
    }
    /** What a pickle may add to its text. Protocol 0 writes some characters as six or ten: its texts must be shorter. */
    private static final long WRAPPING = 64;

    @Override
    public byte[] encode(byte[] message) {
        byte[] pickle = PickleString.pickled(text(message));
        return ByteBuffer.allocate(Long.BYTES + pickle.length).putLong((long) pickle.length << Integer.SIZE).put(pickle)
                .array();
    }

    /** That client waits for ever when one read returns part of a pickle. */
    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public Decoder decoder() {
        return new PickleDecoder(maxMessage);
    }

    private static final class PickleDecoder implements Decoder {
        private final int maxMessage;
        private final InputBuffer held = new InputBuffer();

        PickleDecoder(int maxMessage) {
            this.maxMessage = maxMessage;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            held.append(bytes);
        }

        @Override
        public byte[] next() throws FrameException {
            if (held.size() < Long.BYTES) {
                return null;
            }
            long length = length(held.view().getLong());
            if (held.size() - Long.BYTES < length) {
                return null;
            }
            held.drop(Long.BYTES);
            byte[] message = utf8(PickleString.of(held.take((int) length)));
            if (message.length > maxMessage) {
                throw new FrameException("a text of %d bytes is too long, %d is the most"
                        .formatted(message.length, maxMessage));
            }
            return message;
        }

        /** Whose zeros come first is a big-endian machine; no pickle is empty, so the two cannot be mistaken. */
        private long length(long header) throws FrameException {
            long length = (int) header == 0 ? header >>> Integer.SIZE : header;
            if (length < 1 || length > maxMessage + WRAPPING) {
                throw new FrameException(("a pickle of %s bytes is announced, 1 to %d are allowed; the length comes"
                        + " first, in 8 bytes: struct.pack(\"L\", socket.htonl(length))")
                        .formatted(Long.toUnsignedString(length), maxMessage + WRAPPING));
            }
            return length;
        }

        @Override
        public byte[] end() throws FrameException {
            if (held.size() > 0) {
                throw new FrameException("the stream ended inside a message");
            }
            return null;
        }
    }
}
