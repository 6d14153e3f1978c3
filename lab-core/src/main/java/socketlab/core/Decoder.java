package socketlab.core;

import java.nio.ByteBuffer;

/** Finds the messages in one connection's byte stream; keeps the bytes of an incomplete one. One thread at a time. */
public interface Decoder {

    /** Takes all remaining bytes of the buffer. */
    void feed(ByteBuffer bytes);

    /**
     * The next complete message, or null: more bytes are needed. Throws when the bytes are no message; the stream is
     * then useless.
     */
    byte[] next() throws FrameException;

    /**
     * Called at the end of the stream: the unterminated last message, or null when there is none. Throws for half a
     * message.
     */
    byte[] end() throws FrameException;
}
