package socketlab.core.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import socketlab.core.FrameException;

/** Tells text from what only pretends to be (RFC 3629). */
final class Utf8 {
    private Utf8() {}

    /** How many of the remaining bytes are whole characters; at most three more may be the start of one. */
    static int wholeCharacters(ByteBuffer bytes) throws FrameException {
        if (isAscii(bytes)) {
            return bytes.remaining();
        }
        int before = bytes.remaining();
        ByteBuffer unread = bytes.duplicate();
        CoderResult result = UTF_8.newDecoder().decode(unread, CharBuffer.allocate(before), false);
        if (result.isError()) {
            throw new FrameException("that is not UTF-8 text");
        }
        return before - unread.remaining();
    }

    static byte[] checked(byte[] message) throws FrameException {
        if (wholeCharacters(ByteBuffer.wrap(message)) < message.length) {
            throw new FrameException("that is not UTF-8 text: it ends inside a character");
        }
        return message;
    }

    /** Nearly every message is; a decoder costs an allocation. */
    private static boolean isAscii(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) < 0) {
                return false;
            }
        }
        return true;
    }
}
