package socketlab.single;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Session;
import socketlab.core.server.Client;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;
import socketlab.core.server.GracePeriod;

/**
 * One client's conversation on a thread that may block: wait for a message, give it to the session, perform the
 * {@link Next} that it returns, until one side hangs up. It knows no socket; a subclass brings bytes in and out.
 *
 * <p>There is no state machine: the state of a client is where its thread stands in this code. All methods belong to
 * that thread.
 */
public abstract class BlockingRunner implements Runnable, Client.Owner {
    protected final ClientRegistry clients;
    protected final GracePeriod grace = new GracePeriod();
    private final ComputePool pool;
    private Client client;
    private Session session = message -> Next.HANG_UP;   // until the service has opened one
    private boolean badFrame;
    private boolean replied;   // since the last onSent
    private volatile boolean idle;

    protected BlockingRunner(ClientRegistry clients, ComputePool pool) {
        this.clients = clients;
        this.pool = pool;
    }

    /** Waits for the next whole message, after everything sent has left; null when no more will come. */
    protected abstract byte[] receive() throws IOException, FrameException;

    /** Queues a reply; may wait where much is queued. */
    protected abstract void send(byte[] message) throws IOException;

    /** Hands everything queued to the kernel; waits while the client is slow to read. */
    protected abstract void write() throws IOException;

    /** The first step of a thread that serves this client from start to end. */
    protected void open() throws IOException {}

    /** The last step: what is queued leaves, then the client is gone. */
    protected abstract void close() throws IOException, InterruptedException;

    /** The last step of a subclass's constructor: gives the client its number and its place in the list. */
    protected final void register(SocketAddress address) {
        client = new Client(clients.nextId(), address, this, clients);
        clients.register(client);
    }

    protected final Client client() {
        return client;
    }

    /** Serves this client from start to end on the calling thread. */
    @Override
    public final void run() {
        attempt(this::converse);
        end();
        clients.remove(client, Thread.currentThread());
    }

    private void converse() throws Exception {
        open();
        session = clients.open(client);
        try {
            // tag::loop
            boolean staying = perform(firstStep());
            byte[] message;
            while (staying && !client.isEnding() && (message = receive()) != null) {   // waits for this client to send
                client.countMessage();
                staying = perform(session.onMessage(message));
            }
            // end::loop
        } catch (FrameException why) {
            reject(why);
        }
    }

    /** For a thread that serves others in between, in place of {@link #run}: opens the session. False: hang up. */
    protected final boolean begin() throws Exception {
        session = clients.open(client);
        return perform(firstStep());
    }

    /** What the session wants first. Others may be accepted from here on: performing it can take long. */
    private Next firstStep() {
        Next next = session.onOpen();
        clients.welcomed(client);
        return next;
    }

    /** For a thread that serves others in between: one message. False: hang up. */
    protected final boolean serve(byte[] message) throws Exception {
        client.countMessage();
        return perform(session.onMessage(message));
    }

    /** Bytes that are no message: what the session makes of that is its last step. */
    protected final void reject(FrameException why) throws Exception {
        badFrame = true;
        perform(session.onBadFrame(why));
    }

    /** Any thread: the client was silent for too long; the session is told so at the end. */
    protected final void hangUpIdle() {
        idle = true;
        client.hangUp();
    }

    /** The end of the conversation: what is queued leaves, and the session is closed. */
    protected final void end() {
        if (idle) {
            attempt(session::onIdle);
        }
        attempt(this::flush);
        attempt(session::onClose);
        attempt(this::close);
    }

    // tag::next
    /** Performs what a session returned, on a thread that may wait. False: hang up. */
    private boolean perform(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(var message, var then) -> { reply(message, then); next = then; }
                case Sleep(var time, var then) -> { flush(); pause(time); next = then.get(); }   // here it waits
                case Compute<?> work -> { flush(); next = compute(work); }
                case HangUp() -> { client.hangUp(); return false; }
            }
        }
    }
    // end::next

    private void reply(byte[] message, Next then) throws IOException {
        if (then instanceof HangUp) {
            beforeFinalReply();
        }
        replied = true;
        send(message);
    }

    /** For a transport on which the client may answer its final reply before the hang-up is done. */
    protected void beforeFinalReply() {}

    /** Waits on this thread. A subclass may limit where it can be interrupted. */
    protected void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /** Waits for the result and asks the session what comes next. A subclass may limit where it can be interrupted. */
    protected Next compute(Compute<?> work) throws Exception {
        return pool.await(work);
    }

    /** Everything sent so far leaves, and the session is told when replies were among it. */
    protected final void flush() throws IOException {
        write();
        if (replied) {
            replied = false;
            session.onSent();
        }
    }

    /** True after bytes that are no message: the client may be in the middle of sending more of them. */
    protected final boolean hasBadFrame() {
        return badFrame;
    }

    /** One client's fault ends one client. A session is not our code: whatever it throws stops here. */
    protected final void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException stopped) {
            attempt(() -> send(utf8(clients.closeReason())));
        } catch (Throwable fault) {
            client.report(fault);
        }
    }

    @FunctionalInterface
    protected interface Step {
        void run() throws Exception;
    }
}
