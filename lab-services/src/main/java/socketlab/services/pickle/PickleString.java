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
 * A pickle that is a tuple of one str. A pickle is a program, and whoever runs a stranger's does as the stranger says:
 * so each instruction is looked at before it is carried out, and only those that {@code pickle.dumps((text,))} writes
 * are, in any of its protocols 0 to 5.
 */
final class PickleString extends Unpickler {
    private static final int INSTRUCTIONS = 16;   // dumps writes seven at most; a bomb is made of thousands

    private int instructions;

    private PickleString() {}

    static byte[] pickled(String text) {
        try {
            return new Pickler(false).dumps(new Object[] {text});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(byte[] pickle) throws FrameException {
        try {
            if (new PickleString().loads(pickle) instanceof Object[] tuple && tuple.length == 1
                    && tuple[0] instanceof String text) {
                UTF_8.newEncoder().encode(CharBuffer.wrap(text));   // refuses half a surrogate pair
                return text;
            }
        } catch (IOException | RuntimeException e) {
            throw refused();   // the library meets bad input with whatever exception its next step happens to throw
        }
        throw refused();
    }

    private static FrameException refused() {
        return new FrameException("that pickle is damaged or not one text; send pickle.dumps((text,))");
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        if (++instructions > INSTRUCTIONS) {
            throw new PickleException("too many instructions");
        }
        switch (opcode) {
            case Opcodes.PROTO, Opcodes.FRAME, Opcodes.MARK, Opcodes.UNICODE, Opcodes.TUPLE, Opcodes.TUPLE1,
                    Opcodes.PUT, Opcodes.BINPUT, Opcodes.MEMOIZE -> { }
            case Opcodes.SHORT_BINUNICODE -> checkText(1);
            case Opcodes.BINUNICODE -> checkText(Integer.BYTES);
            case Opcodes.STOP -> checkEnd();
            default -> throw new PickleException("not allowed: " + opcode);
        }
        return super.dispatch(opcode);
    }

    /** The library would make room for any length that is claimed, and put U+FFFD where the bytes are no text. */
    private void checkText(int lengthBytes) throws IOException {
        input.mark(0);
        byte[] length = new byte[Integer.BYTES];
        input.readNBytes(length, 0, lengthBytes);
        int bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (bytes < 0 || bytes > input.available()) {
            throw new PickleException("a text longer than its pickle");
        }
        UTF_8.newDecoder().decode(ByteBuffer.wrap(input.readNBytes(bytes)));
        input.reset();
    }

    private void checkEnd() throws IOException {
        if (input.available() > 0) {
            throw new PickleException("more after the end");
        }
    }
}
