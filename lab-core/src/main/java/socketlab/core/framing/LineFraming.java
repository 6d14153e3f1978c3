package socketlab.core.framing;

import static socketlab.core.Text.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.FramingFactory;
import socketlab.core.Text;

/**
 * A message is a line of UTF-8 text that ends in a newline; a carriage return before it is accepted and dropped.
 *
 * @param maxMessage bytes in one line, at most
 * @param telnet     the commands of Telnet clients, such as PuTTY, are skipped (RFC 854); else they are not UTF-8
 */
public record LineFraming(int maxMessage, boolean telnet) implements Framing {

    /** Lines as most programs send them, without Telnet commands. */
    public LineFraming(int maxMessage) {
        this(maxMessage, false);
    }

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

    /** The same, for people who come with a Telnet client. */
    public LineFraming withTelnet() {
        return new LineFraming(maxMessage, true);
    }

    /** The message must contain no newline, or it arrives as two. */
    @Override
    public byte[] encode(byte[] message) {
        byte[] line = Arrays.copyOf(message, message.length + 1);
        line[message.length] = '\n';
        return line;
    }

    @Override
    public boolean encode(byte[] message, ByteBuffer buffer) {
        boolean fits = message.length < buffer.remaining();
        if (fits) {
            buffer.put(message).put((byte) '\n');
        }
        return fits;
    }

    @Override
    public Decoder decoder() {
        return new LineDecoder(maxMessage, telnet);
    }

    private static final class LineDecoder implements Decoder {
        private final int maxMessage;
        private final boolean telnet;
        private final InputBuffer input = new InputBuffer();
        private int searched;   // no newline before here: a line that comes byte by byte is searched once

        LineDecoder(int maxMessage, boolean telnet) {
            this.maxMessage = maxMessage;
            this.telnet = telnet;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            input.append(bytes);
        }

        @Override
        public byte[] next() throws FrameException {
            int newline = input.indexOf((byte) '\n', searched);
            if (newline < 0) {
                searched = input.size();
                if (searched > maxMessage + 1) {   // one more may be a carriage return
                    throw tooLong();
                }
                return null;
            }
            searched = 0;
            int length = newline > 0 && input.at(newline - 1) == '\r' ? newline - 1 : newline;
            return line(length, newline + 1);
        }

        @Override
        public byte[] end() throws FrameException {
            return input.size() == 0 ? null : line(input.size(), input.size());
        }

        private byte[] line(int length, int consumed) throws FrameException {
            if (length > maxMessage) {
                throw tooLong();
            }
            byte[] line = input.take(length);
            input.drop(consumed - length);
            return Text.requireUtf8(telnet ? TelnetCommands.skip(line) : line);
        }

        private FrameException tooLong() {
            return new FrameException(format("that line is longer than %d bytes", maxMessage));
        }
    }
}
