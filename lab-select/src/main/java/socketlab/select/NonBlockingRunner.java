package socketlab.select;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Session;
import socketlab.core.server.Client;

/**
 * One client's conversation on a thread that serves all clients and must not wait: give each message to the session,
 * perform the {@link Next} that it returns, and where that takes time, leave and be called again. It knows no socket; a
 * subclass brings bytes in and out.
 *
 * <pre>
 *               Sleep, Compute, or 64 messages in one turn
 *            +----------------------------------------------> WAITING --+
 *            |                                                          | the time is over, the result is there
 *   open -> READY <-----------------------------------------------------+
 *            | |                                                        | the client has read
 *            | +-- the client is slow to read -------------> WRITING ---+
 *            |
 *            +-- HangUp, and everything sent has left -----> CLOSED
 * </pre>
 *
 * <p>Only while READY is it given messages. All methods belong to the loop thread, but for those of
 * {@link Client.Owner}.
 */
public abstract class NonBlockingRunner implements Client.Owner {
    private enum State { READY, WAITING, WRITING, CLOSED }

    private static final int MESSAGES_PER_TURN = 64;   // then the others are served
    private static final Duration CUT_OFF = Duration.ofSeconds(1);   // after the grace

    protected final LoopContext context;
    protected final EventLoop loop;
    private Client client;
    private Session session = message -> Next.HANG_UP;   // until the service has opened one
    private State state = State.READY;
    private Next afterwards;   // while WRITING: how it goes on
    private int waits;         // the last one is what WAITING stands for: an earlier timer or result comes too late
    private boolean replied;   // since the last onSent
    private boolean badFrame;
    private boolean failed;

    protected NonBlockingRunner(LoopContext context) {
        this.context = context;
        this.loop = context.loop();
    }

    /** Queues a reply, or sends it; false: the client is so far behind that no further reply should be made. */
    protected abstract boolean send(byte[] message) throws IOException;

    /** Hands to the kernel what it takes now; true when everything has left. */
    protected abstract boolean flush() throws IOException;

    /** The next whole message; null: not yet. */
    protected abstract byte[] nextMessage() throws FrameException;

    /** True when the client will send no more. */
    protected abstract boolean inputEnded();

    /** Says what to be called for: bytes from the client, room for bytes to it. */
    protected abstract void updateInterest(boolean input, boolean output);

    /** Ends the connection without waiting; {@code finalReply}: the client is still to receive what was sent. */
    protected abstract void disconnect(boolean finalReply);

    /** The first step: gives the client its number and its place in the list, and opens its session. */
    protected final void open(SocketAddress address) {
        client = new Client(context.clients().nextId(), address, this, context.clients());
        context.clients().register(client);
        attempt(() -> {
            session = context.clients().open(client);
            run(session.onOpen());
        });
        context.clients().welcomed(client);
    }

    protected final Client client() {
        return client;
    }

    protected final boolean isReady() {
        return state == State.READY;
    }

    /** Serves this client until it has to wait, or has had its turn. */
    protected final void run(Next next) throws Exception {
        state = State.READY;
        for (int served = 0; next != null && perform(next); served++) {
            next = served < MESSAGES_PER_TURN ? nextStep() : nextTurn(Next.READY);
        }
        flushAndUpdateInterest();
    }

    /** What the session makes of the next message; null: it has not arrived yet. */
    private Next nextStep() throws Exception {
        try {
            byte[] message = client.isEnding() || badFrame ? null : nextMessage();
            if (message == null) {
                return client.isEnding() || badFrame || inputEnded() ? Next.HANG_UP : null;
            }
            client.countMessage();
            return session.onMessage(message);
        } catch (FrameException why) {
            badFrame = true;
            return session.onBadFrame(why);
        }
    }

    // tag::next
    /** Performs what a session returned, on a thread that must not wait. False: it goes on later, if at all. */
    private boolean perform(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(var bytes, var then) -> { if (!reply(bytes)) { return awaitWritable(then); } next = then; }
                case Sleep(var time, var then) -> { loop.after(time, resumeWith(then::get)); return false; }   // waits
                case Compute<?> work -> { compute(work); return false; }
                case HangUp() -> { if (flushed()) { return close(true); } client.hangUp(); return awaitWritable(next); }
            }
        }
    }
    // end::next

    private boolean reply(byte[] message) throws IOException {
        replied = true;
        return send(message) || flushed();
    }

    private boolean awaitWritable(Next then) {
        state = State.WRITING;
        afterwards = then;
        return false;
    }

    private void compute(Compute<?> work) {
        int wait = beginWait();
        context.pool().submit(work, then -> loop.execute(() -> resume(wait, then)));
    }

    private Next nextTurn(Next next) {
        loop.execute(resumeWith(() -> next));
        return null;
    }

    private Runnable resumeWith(Callable<Next> then) {
        int wait = beginWait();
        return () -> resume(wait, then);
    }

    /** From here on the client is given no message, until this wait is over. */
    private int beginWait() {
        state = State.WAITING;
        return ++waits;
    }

    /** Without effect when it comes too late: the client has gone, or waits for something else. */
    private void resume(int wait, Callable<Next> then) {
        if (state == State.WAITING && wait == waits) {
            client.touch();
            attempt(() -> run(then.call()));
        }
    }

    private boolean flushed() throws IOException {
        boolean gone = flush();
        if (gone && replied) {
            replied = false;
            session.onSent();
        }
        return gone;
    }

    /** The end of every turn: what was sent leaves in one write, and the selector learns what to wait for. */
    protected final void flushAndUpdateInterest() throws IOException {
        if (state == State.CLOSED) {
            return;
        }
        boolean gone = flushed();
        if (gone && state == State.WRITING) {
            nextTurn(afterwards);
        } else if (!gone && state == State.READY) {
            awaitWritable(Next.READY);
        }
        updateInterest(state == State.READY, !gone);
    }

    /** Once and for all. Always false: nothing comes next. */
    private boolean close(boolean finalReply) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            try {
                session.onClose();
            } catch (Throwable bug) {
                client.report(bug);
            }
            disconnect(finalReply);
        }
        return false;
    }

    /** True when the client has sent more than was served, or is in the middle of it. */
    protected final boolean hasUnserved() {
        try {
            return badFrame || nextMessage() != null;
        } catch (FrameException why) {
            return true;
        }
    }

    /** One client's fault ends one client, never the loop. A session is not our code: it may throw anything. */
    protected final void attempt(Step step) {
        try {
            if (state != State.CLOSED) {
                step.run();
            }
        } catch (Throwable fault) {
            client.report(fault);
            if (failed) {
                close(false);
            } else {
                failed = true;
                attempt(() -> run(Next.HANG_UP));   // what was sent before may still leave
            }
        }
    }

    @FunctionalInterface
    protected interface Step {
        void run() throws Exception;
    }

    @Override
    public final void hangUp(Duration grace) {
        loop.execute(() -> {
            if (state == State.READY) {
                attempt(() -> run(Next.READY));
            }
            loop.after(grace, this::hangUpNow);
            loop.after(grace.plus(CUT_OFF), this::hangUpNow);
        });
    }

    /** A client that still waits for an answer is told; one that does not read is cut off. */
    private void hangUpNow() {
        switch (state) {
            case READY -> attempt(() -> run(Next.HANG_UP));
            case WAITING -> attempt(() -> run(new Reply(utf8(context.clients().closeReason()), Next.HANG_UP)));
            case WRITING -> close(false);
            case CLOSED -> {}
        }
    }

    @Override
    public final boolean isWaitingForClient() {
        return state != State.WAITING;
    }

    @Override
    public final void idleTimedOut() {
        if (state == State.READY) {
            attempt(session::onIdle);
        }
        hangUpNow();
    }
}
