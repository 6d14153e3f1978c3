package socketlab.single;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.Session;

/**
 * One client's whole life on the thread that runs it: read, ask the session, do what it says, until somebody hangs up.
 * Replies gather in the outbox and leave before anything that waits.
 */
public final class Connection implements Runnable {
    private final Client client;
    private final Clients clients;
    private final Wire wire;
    private final Framing framing;
    private Decoder decoder;
    private Session session = message -> Next.HANG_UP;   // until the service has opened one
    private boolean replied;
    private boolean badFrame;

    Connection(Client client, Clients clients) {
        this.client = client;
        this.clients = clients;
        this.wire = client.wire;
        this.framing = clients.framing();
    }

    /** Serves this client to the end, on the calling thread. */
    @Override
    public void run() {
        attempt(this::converse);
        attempt(this::flush);
        attempt(session::onClose);
        attempt(() -> wire.close(badFrame));
        clients.left(client);
    }

    /** Serves this client to the end on a thread of its own; where no thread is to be had, the client is sent away. */
    public void startOn(Thread.Builder threads) {
        try {
            threads.start(this);
        } catch (OutOfMemoryError noThread) {
            attempt(() -> wire.close(false));
            clients.left(client);
            throw noThread;
        }
    }

    /** One client's fault ends one client, and a session is somebody else's code: whatever it throws stops here. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException stopped) {
            wire.outbox.reply(framing.encode(utf8(clients.parting())));
        } catch (IOException gone) {
            client.note(gone);
        } catch (Throwable bug) {
            client.warn(bug);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void converse() throws Exception {
        wire.open(clients.options(), clients.pushes(), "writer-" + client.id());
        decoder = framing.decoder();
        session = clients.open(client);
        boolean staying = carryOut(session.onOpen());
        while (staying && !wire.ending()) {
            flush();
            ByteBuffer bytes = wire.receive();
            staying = serve(bytes) && bytes != null;
        }
    }

    /** Serves every message that the bytes complete; null is the end of the stream, which may complete one more. */
    private boolean serve(ByteBuffer bytes) throws Exception {
        try {
            if (bytes == null) {
                byte[] last = wire.ending() ? null : decoder.end();
                return last != null && serve(last);
            }
            decoder.feed(bytes);
            boolean staying = true;
            for (byte[] message; staying && !wire.ending() && (message = decoder.next()) != null;) {
                staying = serve(message);
            }
            return staying;
        } catch (FrameException why) {
            badFrame = true;
            carryOut(session.onBadFrame(why));
            return false;
        }
    }

    private boolean serve(byte[] message) throws Exception {
        client.spoke();
        return carryOut(session.onMessage(message));
    }

    /** The seam, as a thread of one's own sees it: to wait is to wait right here. False: hang up. */
    private boolean carryOut(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(byte[] message, Next then) -> { reply(message); next = then; }
                case Sleep(var time, var then) -> { flush(); Thread.sleep(time); next = then.get(); }
                case Compute<?> work -> { flush(); next = clients.compute(work); }
                case HangUp() -> { client.hangUp(); return false; }
            }
        }
    }

    private void reply(byte[] message) throws IOException {
        replied = true;
        if (wire.outbox.reply(framing.encode(message))) {
            flush();
        }
    }

    private void flush() throws IOException {
        wire.outbox.flush();
        if (replied) {
            replied = false;
            session.onSent();
        }
    }
}
