package socketlab.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.FrameException;

/** The lines of an HTTP head as its bytes come in; only the one that is not whole yet is kept. */
final class HttpLines {
    private static final int USUAL_LINE = 128;   // there may be ten thousand of us
    private static final int LONGEST_LINE = 8 << 10;
    private static final int LONGEST_HEAD = 64 << 10;

    private byte[] line = new byte[USUAL_LINE];
    private int length;
    private int headBytes;

    /** The next line without its end; null: all bytes are taken, and more have to come. */
    String next(ByteBuffer bytes) throws FrameException {
        int start = bytes.position();
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        boolean whole = end < bytes.limit();
        keep(bytes, end - start);
        if (!whole) {
            return null;
        }
        bytes.get();
        int count = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        return new String(line, 0, count, ISO_8859_1);
    }

    private void keep(ByteBuffer bytes, int count) throws FrameException {
        headBytes += count;
        if (headBytes > LONGEST_HEAD || length + count > LONGEST_LINE) {
            throw new FrameException("the head of the answer is too long");
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, LONGEST_LINE);
        }
        bytes.get(line, length, count);
        length += count;
    }

    /** Another head begins, and may be as long as the last. */
    void restart() {
        headBytes = 0;
    }
}
