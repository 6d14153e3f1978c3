package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output, checked: a {@link PrintStream} forgets what could not be written, and a command whose result went into
 * a full device would have succeeded.
 */
final class StandardOutput extends OutputStream {
    /** As a shell reports a program that SIGPIPE has ended (128 + 13). */
    static final int READER_GONE = 141;

    private static final int TYPE = 0170000;   // of a Unix file, in its mode: <sys/stat.h>
    private static final int FIFO = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out;
    private volatile IOException failure;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Becomes {@link System#out}. */
    static StandardOutput install() {
        StandardOutput checked = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(checked, true, System.out.charset()));
        return checked;
    }

    /** Stdout for one whose result is not what it prints there: a server's log. */
    static PrintStream unchecked() {
        return raw(System.out.charset());
    }

    /** Stdout for a parent process, always in UTF-8. */
    static PrintStream forParent() {
        return raw(StandardCharsets.UTF_8);
    }

    private static PrintStream raw(Charset charset) {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** After a failure nothing more is written: a line with a gap before it would be taken for the whole. */
    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** The exit code of a command that would have ended with {@code code}; says on stderr what else went wrong. */
    int exitCode(int code) {
        System.out.flush();
        if (failure == null) {
            return code;
        }
        if (isPipe()) {
            return READER_GONE;   // as head does after its lines: nobody's fault
        }
        System.err.println(format("lab: cannot write to standard output: %s", failure.getMessage()));
        return Main.COULD_NOT_RUN;
    }

    /** A pipe or a socket that cannot be written to has lost its reader; the message would be in the system's language. */
    private static boolean isPipe() {
        try {
            int type = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & TYPE;
            return type == FIFO || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
