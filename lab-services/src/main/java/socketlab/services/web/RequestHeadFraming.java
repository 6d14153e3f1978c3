package socketlab.services.web;

import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.Framing;
import socketlab.core.framing.InputBuffer;

/**
 * A message is the head of an HTTP request: request line, header fields, empty line. The body is skipped, because GET
 * and HEAD give it no meaning (RFC 9110, section 9.3.1).
 *
 * @param maxHead bytes in one head, at most
 */
record RequestHeadFraming(int maxHead) implements Framing {
    private static final byte[] STATUS_LINE = utf8("HTTP/1.1 ");

    /** A response is sent as it is. Any other message comes from the server itself (it is full, or it stops): 503. */
    @Override
    public byte[] encode(byte[] message) {
        boolean isResponse = message.length > STATUS_LINE.length
                && Arrays.equals(message, 0, STATUS_LINE.length, STATUS_LINE, 0, STATUS_LINE.length);
        return isResponse ? message : HttpResponses.unavailable(message);
    }

    @Override
    public Decoder decoder() {
        return new HeadDecoder(maxHead);
    }

    private static final class HeadDecoder implements Decoder {
        private final int maxHead;
        private final InputBuffer input = new InputBuffer();
        private int line;       // start of the line that has not arrived completely
        private int searched;   // no newline before this index, so each byte is searched once
        private byte[] head;    // a complete head whose body is still arriving, else null
        private long body;      // bytes of the body still to be skipped

        HeadDecoder(int maxHead) {
            this.maxHead = maxHead;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            input.append(bytes);
        }

        /** A head is returned after its body: a client that is still sending may not read a response yet. */
        @Override
        public byte[] next() throws BadRequest {
            if (head == null && !parseHead()) {
                return null;
            }
            int arrived = (int) Math.min(body, input.size());
            input.drop(arrived);
            body -= arrived;
            byte[] whole = body > 0 ? null : head;
            head = body > 0 ? head : null;
            return whole;
        }

        /** False: the head has not arrived completely. */
        private boolean parseHead() throws BadRequest {
            int end = endOfHead();
            if (end > maxHead || end < 0 && input.size() > maxHead) {
                throw tooLong();
            }
            if (end < 0) {
                return false;
            }
            line = 0;
            searched = 0;
            byte[] bytes = input.take(end);
            body = RequestHead.parse(bytes).bodyBytes();
            head = bytes;
            return true;
        }

        /** The index after the head, or -1: not yet. Empty lines before it are dropped (RFC 9112, section 2.2). */
        private int endOfHead() {
            for (int newline; (newline = input.indexOf((byte) '\n', searched)) >= 0; searched = line) {
                boolean empty = newline == line || newline == line + 1 && input.at(line) == '\r';
                if (empty && line > 0) {
                    return newline + 1;
                }
                line = newline + 1;
                if (empty) {
                    input.drop(line);
                    line = 0;
                }
            }
            searched = input.size();
            return -1;
        }

        private BadRequest tooLong() {
            int firstLine = input.indexOf((byte) '\n', 0);
            boolean target = firstLine < 0 || firstLine > maxHead;
            return new BadRequest(target ? HttpStatus.URI_TOO_LONG : HttpStatus.FIELDS_TOO_LARGE,
                    "the head of a request has %d bytes at most".formatted(maxHead));
        }

        /** Null: a client that leaves in the middle of a request has not sent one. */
        @Override
        public byte[] end() {
            return null;
        }
    }
}
