package socketlab.load.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/**
 * Where an HTTP/1.1 answer ends. Each byte is looked at once; of a body none is kept, and of a head one line at a time.
 *
 * <pre>
 *   status --> headers --> body of known length ----------------> status
 *     ^           |------> chunk size --> chunk --> chunk size      ^
 *     |           |            '--> trailers -----------------------'
 *     '-- 1xx ----'------> body until the stream ends
 * </pre>
 */
final class HttpDecoder implements Decoder {
    private enum State { STATUS, HEADERS, BODY, CHUNK_SIZE, CHUNK, TRAILERS, UNTIL_END, BROKEN }

    private final Queue<byte[]> answers = new ArrayDeque<>();
    private final HttpLines lines = new HttpLines();
    private State state = State.STATUS;
    private HttpHead head;
    private long left;      // of a body or chunk
    private String broken;

    @Override
    public void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.BROKEN) {
            switch (state) {
                case BODY, CHUNK -> skip(bytes);
                case UNTIL_END -> bytes.position(bytes.limit());
                default -> readLine(bytes);
            }
        }
        bytes.position(bytes.limit());
    }

    private void skip(ByteBuffer bytes) {
        int count = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + count);
        left -= count;
        if (left == 0 && state == State.BODY) {
            finish();
        } else if (left == 0) {
            state = State.CHUNK_SIZE;
        }
    }

    private void readLine(ByteBuffer bytes) {
        try {
            String text = lines.next(bytes);
            if (text == null) {
                return;
            }
            switch (state) {
                case STATUS -> begin(text);
                case HEADERS -> header(text);
                case CHUNK_SIZE -> chunk(HttpHead.chunkSize(text));
                default -> trailer(text);
            }
        } catch (FrameException bad) {
            broken = bad.getMessage();
            state = State.BROKEN;
        }
    }

    private void begin(String statusLine) throws FrameException {
        head = HttpHead.of(statusLine);
        state = State.HEADERS;
    }

    private void header(String text) throws FrameException {
        if (!text.isEmpty()) {
            head.header(text);
        } else if (head.isInterim()) {
            state = State.STATUS;
        } else if (head.chunked()) {
            state = State.CHUNK_SIZE;
        } else if (head.endsWithStream()) {
            state = State.UNTIL_END;
        } else {
            body(head.length());
        }
    }

    private void body(long bytes) {
        left = bytes;
        state = State.BODY;
        if (left == 0) {
            finish();
        }
    }

    private void chunk(long bytes) {
        left = bytes + 2;   // and its end of line
        state = bytes == 0 ? State.TRAILERS : State.CHUNK;
        lines.restart();
    }

    private void trailer(String text) {
        if (text.isEmpty()) {
            finish();
        }
    }

    private void finish() {
        answers.add(Http.response(head.statusLine(), head.last()));
        state = State.STATUS;
        lines.restart();
    }

    @Override
    public byte[] next() throws FrameException {
        if (answers.isEmpty() && broken != null) {
            throw new FrameException(broken);
        }
        return answers.poll();
    }

    @Override
    public byte[] end() throws FrameException {
        if (state == State.UNTIL_END) {
            finish();
        }
        return next();
    }
}
