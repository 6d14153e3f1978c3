package socketlab.services.web;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.InputBuffer;
import socketlab.core.http.HttpLineReader;

/**
 * A message is the head of an HTTP request: request line, header fields, empty line. The body is skipped, because GET
 * and HEAD give it no meaning (RFC 9110, section 9.3.1).
 *
 * @param limit bytes in the request line, at most; and once more in all header fields, the empty line included
 */
record RequestHeadFraming(int limit) implements Framing {
    private static final byte[] STATUS_LINE = utf8("HTTP/1.1 ");
    private static final int EMPTY_LINE_BYTES = 2;   // or 1, without the carriage return

    /** A response is sent as it is. Any other message comes from the server itself (it is full, or it stops): 503. */
    @Override
    public byte[] encode(byte[] message) {
        boolean isResponse = message.length > STATUS_LINE.length
                && Arrays.equals(message, 0, STATUS_LINE.length, STATUS_LINE, 0, STATUS_LINE.length);
        return isResponse ? message : HttpResponses.unavailable(message);
    }

    @Override
    public Decoder decoder() {
        return new HeadDecoder(limit);
    }

    private static final class HeadDecoder implements Decoder {
        private final int limit;
        private final HttpLineReader lines;
        private final InputBuffer head = new InputBuffer();   // the bytes of a head that has not arrived completely
        private final Queue<byte[]> heads = new ArrayDeque<>();
        private boolean inFields;                             // the request line is complete
        private byte[] awaitingBody;                          // a complete head whose body is still arriving, else null
        private long bodyBytes;                               // bytes of the body still to be skipped
        private BadRequest broken;                            // nothing is read after it

        HeadDecoder(int limit) {
            this.limit = limit;
            this.lines = new HttpLineReader(limit, limit);
        }

        @Override
        public void feed(ByteBuffer bytes) {
            try {
                while (bytes.hasRemaining() && broken == null) {
                    if (bodyBytes > 0) {
                        skipBody(bytes);
                    } else {
                        readLine(bytes);
                    }
                }
            } catch (BadRequest e) {
                broken = e;
            }
            bytes.position(bytes.limit());
        }

        private void skipBody(ByteBuffer bytes) {
            int count = (int) Math.min(bodyBytes, bytes.remaining());
            bytes.position(bytes.position() + count);
            bodyBytes -= count;
            finishRequest();
        }

        private void readLine(ByteBuffer bytes) throws BadRequest {
            int start = bytes.position();
            boolean complete = takeLine(bytes);
            head.append(bytes.slice(start, bytes.position() - start));
            if (complete && lines.isEmpty()) {
                endHead();
            } else if (complete && !inFields) {
                inFields = true;
                lines.startHead();   // the fields have a limit of their own
            }
        }

        private boolean takeLine(ByteBuffer bytes) throws BadRequest {
            try {
                return lines.read(bytes);
            } catch (FrameException tooLong) {
                throw inFields
                        ? new BadRequest(HttpStatus.FIELDS_TOO_LARGE,
                                format("all header fields together have %d bytes at most", limit))
                        : new BadRequest(HttpStatus.URI_TOO_LONG, format("a request line has %d bytes at most", limit));
            }
        }

        /** Empty lines before a request are dropped (RFC 9112, section 2.2). */
        private void endHead() throws BadRequest {
            lines.startHead();
            inFields = false;
            byte[] bytes = head.take(head.size());
            if (bytes.length > EMPTY_LINE_BYTES) {
                bodyBytes = RequestHead.parse(bytes).bodyBytes();
                awaitingBody = bytes;
                finishRequest();
            }
        }

        /** A head is returned after its body: a client that is still sending may not read a response yet. */
        private void finishRequest() {
            if (bodyBytes == 0) {
                heads.add(awaitingBody);
                awaitingBody = null;
            }
        }

        @Override
        public byte[] next() throws BadRequest {
            if (heads.isEmpty() && broken != null) {
                throw broken;
            }
            return heads.poll();
        }

        /** Null: a client that leaves in the middle of a request has not sent one. */
        @Override
        public byte[] end() {
            return null;
        }
    }
}
