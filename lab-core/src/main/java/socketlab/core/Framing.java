package socketlab.core;

import java.nio.ByteBuffer;

/** Where messages begin and end in a stream; knows nothing of sockets. Any thread may call. */
public interface Framing {

    /** The bytes that carry one message: a frame. */
    byte[] encode(byte[] message);

    /** Puts the frame into the buffer; false, and nothing is put, where there is no room for all of it. */
    default boolean encode(byte[] message, ByteBuffer buffer) {
        byte[] frame = encode(message);
        boolean fits = frame.length <= buffer.remaining();
        if (fits) {
            buffer.put(frame);
        }
        return fits;
    }

    /** True where one write is to be read by one read: a server must then write each frame by itself. */
    default boolean preservesWrites() {
        return false;
    }

    /** A fresh decoder, for one connection. */
    Decoder decoder();
}
