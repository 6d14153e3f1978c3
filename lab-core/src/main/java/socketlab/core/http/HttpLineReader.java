package socketlab.core.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static socketlab.core.Text.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.FrameException;

/**
 * The lines of an HTTP message head, as its bytes arrive (RFC 9112, section 2.2). A line ends with a newline; a carriage
 * return before it belongs to the line's end. Only the line that is being read is kept, and each byte is looked at once.
 * Not thread-safe.
 */
public final class HttpLineReader {
    private static final int FIRST_SIZE = 128;   // most lines fit, and a load client has ten thousand readers

    private final int maxLine;
    private final int maxHead;
    private byte[] line = new byte[FIRST_SIZE];
    private int length;
    private int headBytes;
    private boolean complete;

    /**
     * @param maxLine bytes in one line without its newline, at most
     * @param maxHead bytes in one head with all its newlines, at most
     */
    public HttpLineReader(int maxLine, int maxHead) {
        this.maxLine = maxLine;
        this.maxHead = maxHead;
    }

    /**
     * Takes bytes up to the end of the line, or all of them. Whether the line is complete; then {@link #text} and
     * {@link #isEmpty} speak of it until the next call.
     *
     * @throws FrameException when the line or the head is longer than allowed
     */
    public boolean read(ByteBuffer bytes) throws FrameException {
        if (complete) {
            length = 0;
        }
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        complete = end < bytes.limit();
        int count = end - bytes.position();
        headBytes += complete ? count + 1 : count;
        if (headBytes > maxHead || length + count > maxLine) {
            throw new FrameException(headBytes > maxHead ? format("the head is longer than %d bytes", maxHead)
                    : format("a line of the head is longer than %d bytes", maxLine));
        }
        append(bytes, count);
        if (complete) {
            bytes.get();   // the newline
        }
        return complete;
    }

    private void append(ByteBuffer bytes, int count) {
        int needed = length + count;
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, Math.min(maxLine, 2 * line.length)));
        }
        bytes.get(line, length, count);
        length = needed;
    }

    /** Whether the line is empty: in a head, its last one. */
    public boolean isEmpty() {
        return textLength() == 0;
    }

    /** The line without its end; bytes are read as ISO 8859-1, so none is lost. */
    public String text() {
        return new String(line, 0, textLength(), ISO_8859_1);
    }

    private int textLength() {
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    /** Whether bytes of the head have come. */
    public boolean hasBegun() {
        return headBytes > 0;
    }

    /** A new head begins: its bytes are counted from 0. */
    public void startHead() {
        headBytes = 0;
    }
}
