package socketlab.load.net;

import java.nio.ByteBuffer;

/**
 * The buffers of a loop. They are direct: from any other buffer, the JDK first copies into a direct one of its own.
 *
 * @param read  holds what the last read returned
 * @param write holds the frame that is being written
 */
record LoopBuffers(ByteBuffer read, ByteBuffer write) {
    private static final int BYTES = 64 << 10;   // no datagram is longer

    static LoopBuffers allocate() {
        return new LoopBuffers(ByteBuffer.allocateDirect(BYTES), ByteBuffer.allocateDirect(BYTES));
    }
}
