package socketlab.udp;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import socketlab.core.Options;
import socketlab.core.Service;

/** What every peer of one server shares; any thread may use it. */
record Shared(Service service, Options options, Wire wire, LongAdder dropped, AtomicBoolean closing) {
    private static final System.Logger LOG = System.getLogger("socketlab");

    Shared(Service service, Options options, Wire wire) {
        this(service, options, wire, new LongAdder(), new AtomicBoolean());
    }

    /** An empty one, which counts for the server what it drops. */
    Inbox inbox() {
        return new Inbox(dropped);
    }

    /** One too many is told so once, without waiting; if that gets lost, it will ask again. */
    void turnAway(SocketAddress tooMany) {
        try {
            String full = "the server is full (%d clients); try again later".formatted(options.maxClients());
            wire.send(utf8(full), tooMany);
        } catch (NotSentException gone) {
            LOG.log(System.Logger.Level.DEBUG, "one too many, and gone: {0}", gone.getMessage());
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
            LOG.log(System.Logger.Level.WARNING, "no goodbye was said: {0}", bug.toString());
        }
    }

    void sayWhatWasDropped() {
        if (dropped.sum() > 0) {
            LOG.log(System.Logger.Level.INFO, "{0} datagrams were dropped: their peer was busy, and {1} were waiting",
                    dropped.sum(), Inbox.ROOM);
        }
    }

    /** A fault that ends one client. */
    void report(Client client, Throwable fault) {
        boolean gone = fault instanceof IOException && !(fault instanceof NotSentException);
        LOG.log(gone ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                () -> "client #%d is sent away: %s".formatted(client.id(), fault));
    }
}
