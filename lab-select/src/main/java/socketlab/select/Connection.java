package socketlab.select;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;

/**
 * One client's whole life on a thread that is everybody's: each visit goes as far as it can without waiting.
 *
 * <pre>
 *              Sleep, Compute, or enough for one turn
 *            +----------------------------------------> BUSY -----+
 *            |                                                    | time, a result, the next turn
 *   open -> READING <---------------------------------------------+
 *            | |                                                  | it has read
 *            | +-- a reply does not fit: it is behind --> WRITING-+
 *            |
 *            +-- HangUp, and all that was said has left --> CLOSED (the wire may linger)
 * </pre>
 *
 * <p>Only while READING is it read from. All on the loop thread.
 */
final class Connection implements EventLoop.Handler {
    private enum State { READING, BUSY, WRITING, CLOSED }

    private static final int TURN = 64;   // messages of one client before the others are served

    private final Clients clients;
    private final Client client;
    private final Wire wire;
    private final Conversation conversation;
    private State state = State.READING;
    private Next afterwards;   // while WRITING: how it goes on
    private int pauses;        // the last is the one that BUSY stands for
    private boolean failed;

    Connection(long id, SocketChannel channel, Clients clients) throws IOException {
        this.clients = clients;
        this.wire = new Wire(channel, clients, this);
        this.client = new Client(id, channel.getRemoteAddress(), clients, this, wire.outbox);
        this.conversation = new Conversation(client, clients.framing().decoder());
    }

    Client client() {
        return client;
    }

    void open() {
        attempt(() -> turn(conversation.open(clients.open(client))));
    }

    @Override
    public void ready(SelectionKey key) {
        wire.heard();
        attempt(state == State.READING ? this::receive : this::settle);
    }

    void flushPushed() {
        attempt(this::settle);
    }

    /** One client's fault ends one client, and a session is somebody else's code: whatever it throws stops here. */
    private void attempt(Step step) {
        try {
            if (state != State.CLOSED) {
                step.run();
            }
        } catch (Throwable fault) {
            clients.report(client, fault);
            if (failed) {
                leave(false);
            } else {
                failed = true;
                attempt(() -> turn(Next.HANG_UP));   // what was said before may still leave
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void receive() throws Exception {
        conversation.hear(wire.receive());
        turn(Next.READY);
    }

    /** Serves this client until it has to wait for something, or has had enough for one turn. */
    private void turn(Next next) throws Exception {
        state = State.READING;
        for (int served = 0; next != null && carryOut(next); served++) {
            next = served < TURN ? conversation.next() : nextTurn(Next.READY);
        }
        settle();
    }

    /** The seam, as a loop sees it: to wait is to leave word and go back to everybody else. True: the next message. */
    private boolean carryOut(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(byte[] message, Next then) -> { if (!reply(message)) { return stall(then); } next = then; }
                case Sleep(var time, var then) -> { clients.sleep(time, then, pause()); return false; }
                case Compute<?> work -> { clients.compute(work, pause()); return false; }
                case HangUp() -> { if (flush()) { return leave(true); } client.hangUp(); return stall(next); }
            }
        }
    }

    /** It is neither read from nor served until whoever gets this says how it goes on. */
    private Resume pause() {
        state = State.BUSY;
        int mine = ++pauses;
        return then -> {
            if (state == State.BUSY && mine == pauses) {   // else it is late, and the client has gone
                wire.heard();
                attempt(() -> turn(then.call()));
            }
        };
    }

    private Next nextTurn(Next next) {
        Resume resume = pause();
        clients.loop().execute(() -> resume.with(() -> next));
        return null;
    }

    private boolean stall(Next then) {
        state = State.WRITING;
        afterwards = then;
        return false;
    }

    /** False: it is too far behind to be answered further. */
    private boolean reply(byte[] message) throws IOException {
        conversation.replied();
        return !wire.outbox.reply(clients.framing().encode(message)) || flush();
    }

    private boolean flush() throws IOException {
        boolean gone = wire.flush();
        if (gone) {
            conversation.sent();
        }
        return gone;
    }

    /** The end of every visit: what was said leaves in one write, and the selector is told what to wait for. */
    private void settle() throws IOException {
        if (state != State.CLOSED) {
            boolean gone = flush();
            if (gone && state == State.WRITING) {
                nextTurn(afterwards);
            } else if (!gone && state == State.READING) {
                stall(Next.READY);
            }
            wire.await(state == State.READING, !gone);
        }
    }

    /** Ends it after its current step. */
    void hangUp() {
        conversation.end();
        if (state == State.READING) {
            attempt(() -> turn(Next.READY));
        }
    }

    /** Ends it now: who still waits for an answer is told, who does not read is cut off. */
    void hangUpNow() {
        switch (state) {
            case READING -> attempt(() -> turn(Next.HANG_UP));
            case BUSY -> attempt(() -> turn(new Reply(utf8("the server is stopping"), Next.HANG_UP)));
            case WRITING -> leave(false);
            case CLOSED -> { }
        }
    }

    /** While we are busy it has every right to be silent. */
    void tooSilent() {
        if (state != State.BUSY) {
            hangUpNow();
        }
    }

    /** Once and for all. Always false: nothing comes next. */
    private boolean leave(boolean lastWords) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            try {
                conversation.close();
            } catch (Throwable bug) {
                clients.report(client, bug);
            }
            wire.close(lastWords, conversation.hasUnserved(), () -> clients.left(client));
        }
        return false;
    }
}
