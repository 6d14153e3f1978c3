package socketlab.udp;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.select.EventLoop;
import socketlab.udp.Wire.NotSentException;

/** What every peer of one server shares; any thread may use it. Workers and writer start no thread until needed. */
record Shared(Service service, Options options, Wire wire, EventLoop loop, Workers workers, Writer writer,
              LongAdder dropped, AtomicBoolean closing) {

    Shared(Service service, Options options, Wire wire, EventLoop loop) {
        this(service, options, wire, loop, new Workers(loop, options.inlineCompute()), new Writer(),
                new LongAdder(), new AtomicBoolean());
    }

    /** An empty one, which counts for the server what it drops. */
    Inbox inbox() {
        return new Inbox(dropped);
    }

    /** One too many is told so once, without waiting; if that gets lost, it will ask again. */
    void turnAway(SocketAddress tooMany) {
        try {
            String full = "the server is full (%d clients); try again later".formatted(options.limits().maxClients());
            wire.send(utf8(full), tooMany);
        } catch (NotSentException gone) {
            Log.debug("one too many, and gone", gone);
        }
    }

    /** What to tell a client that still waits when its time is up. */
    byte[] parting() {
        return utf8(closing.get() ? "the server is stopping" : "the server hangs up");
    }

    void sayGoodbye() {
        try {
            service.stopping();
        } catch (Throwable bug) {
            Log.error("no goodbye, and the server stops all the same", bug);
        }
    }

    /** A fault that ends one client. */
    void report(Client client, Throwable fault) {
        if (fault instanceof IOException && !(fault instanceof NotSentException)) {
            Log.debug("client #" + client.id() + " is gone", fault);
        } else {
            Log.warn("client #%d is sent away: %s".formatted(client.id(), fault));
        }
    }

    /** By now everybody has gone. Frees the port, and returns how many threads were joined. */
    int close(Duration limit) throws InterruptedException {
        int joined = workers.close(limit) + (loop.close(limit) ? 1 : 0) + writer.close(limit);
        wire.close();
        if (dropped.sum() > 0) {
            Log.info("%d datagrams were dropped: their peer was busy, and %d were waiting"
                    .formatted(dropped.sum(), Inbox.ROOM));
        }
        return joined;
    }
}
