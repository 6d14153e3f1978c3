package socketlab.services.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Pickler;
import net.razorvine.pickle.Unpickler;
import socketlab.core.FrameException;

/**
 * Reads and writes a pickled tuple of one str. A pickle is a program: to load a pickle from a client is to run the
 * client's code (see the warning in Python's {@code pickle} documentation). So every opcode is checked before it runs,
 * and only the opcodes that {@code pickle.dumps((text,))} writes are allowed, in protocols 0 to 5.
 */
final class PickleString extends Unpickler {
    private static final int MAX_OPCODES = 16;   // dumps writes seven at most; a pickle bomb has thousands

    private int opcodes;

    private PickleString() {}

    /** The text as {@code pickle.dumps((text,))} writes it, in protocol 2. */
    static byte[] encode(String text) {
        try {
            return new Pickler(false).dumps(new Object[] {text});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text in a pickle. Throws for every pickle that is not a tuple of one str, before any of it is constructed.
     */
    static String decode(byte[] pickle) throws FrameException {
        try {
            if (new PickleString().loads(pickle) instanceof Object[] tuple && tuple.length == 1
                    && tuple[0] instanceof String text) {
                UTF_8.newEncoder().encode(CharBuffer.wrap(text));   // throws for half a surrogate pair
                return text;
            }
        } catch (IOException | RuntimeException e) {
            throw refused();   // on bad input the library throws whatever its next step happens to throw
        }
        throw refused();
    }

    private static FrameException refused() {
        return new FrameException("that pickle is damaged or not one text; send pickle.dumps((text,))");
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        if (++opcodes > MAX_OPCODES) {
            throw new PickleException("too many opcodes");
        }
        switch (opcode) {
            case Opcodes.PROTO, Opcodes.FRAME, Opcodes.MARK, Opcodes.UNICODE, Opcodes.TUPLE, Opcodes.TUPLE1,
                    Opcodes.PUT, Opcodes.BINPUT, Opcodes.MEMOIZE -> {}
            case Opcodes.SHORT_BINUNICODE -> checkText(1);
            case Opcodes.BINUNICODE -> checkText(Integer.BYTES);
            case Opcodes.STOP -> checkEnd();
            default -> throw new PickleException("not allowed: " + opcode);
        }
        return super.dispatch(opcode);
    }

    /** Alone, the library would allocate any length that is announced, and replace malformed UTF-8 by U+FFFD. */
    private void checkText(int lengthBytes) throws IOException {
        input.mark(0);
        byte[] length = new byte[Integer.BYTES];
        input.readNBytes(length, 0, lengthBytes);
        int bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (bytes < 0 || bytes > input.available()) {
            throw new PickleException("the text is longer than its pickle");
        }
        UTF_8.newDecoder().decode(ByteBuffer.wrap(input.readNBytes(bytes)));
        input.reset();
    }

    private void checkEnd() throws IOException {
        if (input.available() > 0) {
            throw new PickleException("bytes after the STOP opcode");
        }
    }
}
