package socketlab.services.web;

import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.Framing;
import socketlab.core.framing.InputBuffer;

/**
 * A message is the head of a request: its first line, its fields, and the empty line after them. A body means nothing
 * to a server that only shows things; it is passed over.
 */
record RequestHeadFraming(int maxHead) implements Framing {
    private static final byte[] ANSWER = utf8("HTTP/1.1 ");

    /** An answer is its own frame. Anything else is what the server itself has to say: that it is full, or stops. */
    @Override
    public byte[] encode(byte[] message) {
        boolean answer = message.length > ANSWER.length
                && Arrays.equals(message, 0, ANSWER.length, ANSWER, 0, ANSWER.length);
        return answer ? message : HttpResponses.unavailable(message);
    }

    @Override
    public Decoder decoder() {
        return new HeadDecoder(maxHead);
    }

    private static final class HeadDecoder implements Decoder {
        private final int maxHead;
        private final InputBuffer held = new InputBuffer();
        private int line;       // where the line begins that has not wholly arrived
        private int searched;   // no newline in it before here: what dribbles in is searched once, not once a byte
        private byte[] head;    // null, unless its body is still arriving
        private long body;      // bytes of it to be passed over

        HeadDecoder(int maxHead) {
            this.maxHead = maxHead;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            held.append(bytes);
        }

        /** Not before its body has been passed over: who is answered while still sending may never read the answer. */
        @Override
        public byte[] next() throws BadRequest {
            if (head == null && !begin()) {
                return null;
            }
            int arrived = (int) Math.min(body, held.size());
            held.drop(arrived);
            body -= arrived;
            byte[] whole = body > 0 ? null : head;
            head = body > 0 ? head : null;
            return whole;
        }

        /** False: the head has not wholly arrived. */
        private boolean begin() throws BadRequest {
            int end = endOfHead();
            if (end > maxHead || end < 0 && held.size() > maxHead) {
                throw tooLong();
            }
            if (end < 0) {
                return false;
            }
            line = 0;
            searched = 0;
            byte[] taken = held.take(end);
            body = RequestHead.of(taken).bodyBytes();
            head = taken;
            return true;
        }

        /** Where the head ends, or -1: not yet. Empty lines before it are dropped, as RFC 9112, 2.2 asks. */
        private int endOfHead() {
            for (int newline; (newline = held.indexOf((byte) '\n', searched)) >= 0; searched = line) {
                boolean empty = newline == line || newline == line + 1 && held.at(line) == '\r';
                if (empty && line > 0) {
                    return newline + 1;
                }
                line = newline + 1;
                if (empty) {
                    held.drop(line);
                    line = 0;
                }
            }
            searched = held.size();
            return -1;
        }

        private BadRequest tooLong() {
            int firstLine = held.indexOf((byte) '\n', 0);
            boolean target = firstLine < 0 || firstLine > maxHead;
            return new BadRequest(target ? HttpStatus.URI_TOO_LONG : HttpStatus.FIELDS_TOO_LARGE,
                    "the head of a request may have %d bytes".formatted(maxHead));
        }

        /** Who leaves in the middle of a request has asked nothing. */
        @Override
        public byte[] end() {
            return null;
        }
    }
}
