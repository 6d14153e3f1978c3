package socketlab.select;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One client's channel: does what can be done now, and never waits. All on the loop thread, but for the outbox. */
final class Wire {
    private static final int READ_BYTES = 16 << 10;   // what is read and not yet served has to be kept

    private final Clients clients;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Silence silence;   // null where everybody may be silent for ever
    final Outbox outbox;

    Wire(SocketChannel channel, Clients clients, Visits visits) throws IOException {
        this.clients = clients;
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, clients.options().noDelay());
        this.key = clients.loop().register(channel, OP_READ, visits);
        this.outbox = new Outbox(clients.framing().preservesWrites(), clients.options().outboxBytes());
        Duration limit = clients.options().idleTimeout();
        this.silence = limit.isZero() ? null : new Silence(clients.loop(), limit, visits::tooSilent);
    }

    /** What has arrived, perhaps nothing; null at the end of the stream. It is gone with the next call of anything. */
    ByteBuffer receive() throws IOException {
        ByteBuffer buffer = clients.buffer();
        int count = channel.read(buffer.clear().limit(READ_BYTES));
        return count < 0 ? null : buffer.flip();
    }

    /** There was a sign of life. */
    void heard() {
        if (silence != null) {
            silence.heard();
        }
    }

    /** True when everything said so far has been handed to the kernel. */
    boolean flush() throws IOException {
        return outbox.flush(channel, clients.buffer());
    }

    /** Whom to wake us for. A socket is nearly always writable: write interest left on would make the loop spin. */
    void await(boolean readable, boolean writable) {
        int interest = (readable ? OP_READ : 0) | (writable ? OP_WRITE : 0);
        if (interest != key.interestOps()) {
            key.interestOps(interest);
        }
    }

    /** Closes without waiting. Who is still speaking is heard out first, so that it gets to hear our last words. */
    void close(boolean lastWords, boolean moreToCome, Runnable gone) {
        outbox.close();
        if (silence != null) {
            silence.end();
        }
        Farewell farewell = new Farewell(channel, clients, gone);
        if (lastWords) {
            farewell.listen(key, moreToCome);
        } else {
            farewell.end();
        }
    }
}
