package socketlab.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.Held;

/**
 * HTTP as a client needs it: what it says is a path, what it hears is a head and the body whose length the head gives.
 * A real client would also know answers that end with their connection, or come in chunks.
 */
record HttpGets() implements Framing {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]{1,6})\r\n");
    private static final String END = "\r\n\r\n";

    @Override
    public byte[] encode(byte[] path) {
        return utf8("GET %s HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n".formatted(text(path)));
    }

    @Override
    public Decoder decoder() {
        return new AnswerDecoder();
    }

    private static final class AnswerDecoder implements Decoder {
        private final Held held = new Held();

        @Override
        public void feed(ByteBuffer bytes) {
            held.append(bytes);
        }

        /** Searched anew each time: an answer comes in one piece or two. */
        @Override
        public byte[] next() throws FrameException {
            String arrived = ISO_8859_1.decode(held.view()).toString();
            int head = arrived.indexOf(END);
            if (held.size() > MOST_BYTES) {
                throw new FrameException("an answer of more than %d bytes".formatted(MOST_BYTES));
            }
            if (head < 0) {
                return null;
            }
            Matcher length = LENGTH.matcher(arrived.substring(0, head + 2));
            int whole = head + END.length() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            return held.size() < whole ? null : held.take(whole);
        }

        /** Half an answer is none. */
        @Override
        public byte[] end() throws FrameException {
            return next();
        }
    }
}
