package socketlab.load.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.http.HttpLineReader;

/**
 * Where an HTTP/1.1 response ends (RFC 9112, section 6.3). Each byte is looked at once; no body is kept, and of a head one
 * line at a time.
 *
 * <pre>
 *   STATUS --> HEADERS --> BODY (known length) -----------------> STATUS
 *     ^           |------> CHUNK_SIZE --> CHUNK --> CHUNK_SIZE      ^
 *     |           |             '--> TRAILERS ----------------------'
 *     '-- 1xx ----'------> UNTIL_CLOSE (body until end of stream)
 * </pre>
 */
final class HttpDecoder implements Decoder {
    private enum State { STATUS, HEADERS, BODY, CHUNK_SIZE, CHUNK, TRAILERS, UNTIL_CLOSE, BROKEN }

    private static final int MAX_HEAD = 64 << 10;

    private final Queue<byte[]> responses = new ArrayDeque<>();
    private final HttpLineReader lines = new HttpLineReader(MAX_HEAD, MAX_HEAD);
    private State state = State.STATUS;
    private HttpHead head;
    private String field = "";   // a header field, unless its line is folded and the rest of it is still to come
    private long bytesLeft;   // of a body or chunk
    private String error;

    @Override
    public void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.BROKEN) {
            switch (state) {
                case BODY, CHUNK -> skip(bytes);
                case UNTIL_CLOSE -> bytes.position(bytes.limit());
                default -> readLine(bytes);
            }
        }
        bytes.position(bytes.limit());
    }

    private void skip(ByteBuffer bytes) {
        int count = (int) Math.min(bytesLeft, bytes.remaining());
        bytes.position(bytes.position() + count);
        bytesLeft -= count;
        if (bytesLeft == 0 && state == State.BODY) {
            finish();
        } else if (bytesLeft == 0) {
            state = State.CHUNK_SIZE;
        }
    }

    private void readLine(ByteBuffer bytes) {
        try {
            if (lines.read(bytes)) {
                parse(lines.text());
            }
        } catch (FrameException e) {
            error = e.getMessage();
            state = State.BROKEN;
        }
    }

    private void parse(String line) throws FrameException {
        switch (state) {
            case STATUS -> startHead(line);
            case HEADERS -> parseHeader(line);
            case CHUNK_SIZE -> startChunk(HttpHead.chunkSize(line));
            default -> parseTrailer(line);
        }
    }

    private void startHead(String statusLine) throws FrameException {
        head = HttpHead.of(statusLine);
        field = "";
        state = State.HEADERS;
    }

    /** A line that begins with a blank goes on with the field before it (RFC 9112, section 5.2); without one, it says nothing. */
    private void parseHeader(String line) throws FrameException {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            field = field.isEmpty() ? "" : field + " " + line.strip();
            return;
        }
        if (!field.isEmpty()) {
            head.parseField(field);
        }
        field = line;
        if (line.isEmpty()) {
            endHead();
        }
    }

    private void endHead() {
        if (head.isInterim()) {
            state = State.STATUS;
        } else if (head.isChunked()) {
            state = State.CHUNK_SIZE;
        } else if (head.endsWithStream()) {
            state = State.UNTIL_CLOSE;
        } else {
            startBody(head.contentLength());
        }
    }

    private void startBody(long bytes) {
        bytesLeft = bytes;
        state = State.BODY;
        if (bytesLeft == 0) {
            finish();
        }
    }

    private void startChunk(long bytes) {
        bytesLeft = bytes + 2;   // and the CRLF after it
        state = bytes == 0 ? State.TRAILERS : State.CHUNK;
        lines.startHead();
    }

    private void parseTrailer(String line) {
        if (line.isEmpty()) {
            finish();
        }
    }

    private void finish() {
        responses.add(Http.response(head.statusLine(), head.closesConnection()));
        state = State.STATUS;
        lines.startHead();
    }

    /** Whether bytes have come after the last response that {@link #next} has returned. */
    boolean hasInput() {
        return !responses.isEmpty() || state != State.STATUS || lines.hasBegun();
    }

    @Override
    public byte[] next() throws FrameException {
        if (responses.isEmpty() && error != null) {
            throw new FrameException(error);
        }
        return responses.poll();
    }

    @Override
    public byte[] end() throws FrameException {
        if (state == State.UNTIL_CLOSE) {
            finish();
        }
        return next();
    }
}
