package socketlab.core;

import java.nio.ByteBuffer;

/** One connection's memory of a message that has not wholly arrived; used by one thread at a time. */
public interface Decoder {

    /** Takes all remaining bytes. */
    void feed(ByteBuffer bytes);

    /** The next whole message, or null: not yet. */
    byte[] next() throws FrameException;

    /** The stream has ended: what was left of it as a last message, null when nothing was. */
    byte[] end() throws FrameException;
}
