package socketlab.select;

import java.nio.ByteBuffer;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;

/**
 * What all clients of one event loop share. The buffers belong to the client that the loop is serving: between two
 * clients there is nothing in them.
 */
public record LoopContext(EventLoop loop, ClientRegistry clients, ComputePool pool, ByteBuffer input,
        ByteBuffer output) {
    private static final int INPUT_BYTES = 16 << 10;    // what is read and not yet served has to be kept
    private static final int OUTPUT_BYTES = 64 << 10;

    /** With buffers of its own. */
    public LoopContext(EventLoop loop, ClientRegistry clients, ComputePool pool) {
        this(loop, clients, pool, ByteBuffer.allocateDirect(INPUT_BYTES), ByteBuffer.allocateDirect(OUTPUT_BYTES));
    }
}
