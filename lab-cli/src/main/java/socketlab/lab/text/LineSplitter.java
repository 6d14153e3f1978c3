package socketlab.lab.text;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/**
 * Splits the bytes written to it into lines, which end with LF, CR or CRLF. A line of more than 64 KiB is handed on in
 * pieces: a program that never ends a line must not take all the memory. For one thread at a time.
 */
public final class LineSplitter extends OutputStream {
    private static final int LONGEST = 64 << 10;

    private final Charset charset;
    private final Consumer<String> lines;
    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean afterReturn;

    /** Each line is handed on, without its end, by the thread that writes it. */
    public LineSplitter(Charset charset, Consumer<String> lines) {
        this.charset = charset;
        this.lines = lines;
    }

    @Override
    public void write(int one) {
        boolean crlf = one == '\n' && afterReturn;
        afterReturn = one == '\r';
        if (one == '\n' || one == '\r') {
            if (!crlf) {
                handOn();
            }
            return;
        }
        line[length++] = (byte) one;
        if (length == LONGEST) {
            handOn();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    private void handOn() {
        String text = new String(line, 0, length, charset);
        length = 0;
        lines.accept(text);
    }

    /** Hands on the last line, which may have no end. */
    @Override
    public void close() {
        if (length > 0) {
            handOn();
        }
    }
}
