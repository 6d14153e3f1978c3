package socketlab.services.pickle;

import static socketlab.core.Text.format;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;
import socketlab.core.framing.InputBuffer;

/**
 * The protocol of the Python cookbook's select chat client: an 8-byte length, then a pickled tuple of one str.
 *
 * <p>The length is {@code struct.pack("L", socket.htonl(length))}: a 64-bit number in native byte order whose value is
 * a 32-bit number in network byte order. On a little-endian machine this gives four bytes of length, then four zero
 * bytes.
 *
 * @param maxMessage bytes of UTF-8 in one message, at most
 */
public record PickleFraming(int maxMessage) implements Framing {
    /**
     * Bytes that the pickle may add to its text. Protocol 0 escapes some characters with 6 or 10 bytes: its texts are
     * shorter.
     */
    private static final long PICKLE_OVERHEAD = 64;

    /** Registers the framing under the name {@code pickle}. */
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

    @Override
    public byte[] encode(byte[] message) {
        byte[] pickle = PickleString.encode(text(message));
        return ByteBuffer.allocate(Long.BYTES + pickle.length).putLong((long) pickle.length << Integer.SIZE).put(pickle)
                .array();
    }

    /** True: the cookbook client waits for ever when one read returns part of a pickle. */
    @Override
    public boolean preservesWrites() {
        return true;
    }

    @Override
    public Decoder decoder() {
        return new PickleDecoder(maxMessage);
    }

    private static final class PickleDecoder implements Decoder {
        private final int maxMessage;
        private final InputBuffer input = new InputBuffer();

        PickleDecoder(int maxMessage) {
            this.maxMessage = maxMessage;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            input.append(bytes);
        }

        @Override
        public byte[] next() throws FrameException {
            if (input.size() < Long.BYTES) {
                return null;
            }
            long length = length(input.view().getLong());
            if (input.size() - Long.BYTES < length) {
                return null;
            }
            input.drop(Long.BYTES);
            byte[] message = utf8(PickleString.decode(input.take((int) length)));
            if (message.length > maxMessage) {
                throw new FrameException(format("a text of %d bytes is too long; the limit is %d",
                        message.length, maxMessage));
            }
            return message;
        }

        /** A big-endian machine sends the zero bytes first. A pickle is never empty, so the two forms differ. */
        private long length(long header) throws FrameException {
            long length = (int) header == 0 ? header >>> Integer.SIZE : header;
            if (length < 1 || length > maxMessage + PICKLE_OVERHEAD) {
                throw new FrameException(format("the header announces a pickle of %s bytes, but 1 to %d are allowed; the"
                        + " header is 8 bytes: struct.pack(\"L\", socket.htonl(length))", Long.toUnsignedString(length),
                        maxMessage + PICKLE_OVERHEAD));
            }
            return length;
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
