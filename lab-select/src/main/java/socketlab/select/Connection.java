package socketlab.select;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;

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
final class Connection {
    enum State { READING, BUSY, WRITING, CLOSED }

    private static final int TURN = 64;   // messages of one client before the others are served

    private final Clients clients;
    private final Wire wire;
    final Visits visits;
    final Client client;
    final Conversation conversation;
    private State state = State.READING;
    private Next afterwards;   // while WRITING: how it goes on
    private int pauses;        // the last is the one that BUSY stands for

    Connection(long id, SocketChannel channel, Clients clients) throws IOException {
        this.clients = clients;
        this.visits = new Visits(this, clients);
        this.wire = new Wire(channel, clients, visits);
        this.client = new Client(id, channel.getRemoteAddress(), clients, visits, wire.outbox);
        this.conversation = new Conversation(client, clients.framing().decoder());
    }

    void ready() throws Exception {
        wire.heard();
        if (state == State.READING) {
            conversation.hear(wire.receive());
            turn(Next.READY);
        } else {
            settle();
        }
    }

    /** Serves this client until it has to wait for something, or has had enough for one turn. */
    void turn(Next next) throws Exception {
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
            if (state == State.BUSY && mine == pauses) {   // else it comes too late: the client has gone
                wire.heard();
                visits.resume(then);
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
    void settle() throws IOException {
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

    /** Once and for all. Always false: nothing comes next. */
    boolean leave(boolean lastWords) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            conversation.close();
            wire.close(lastWords, conversation.hasUnserved(), () -> clients.left(client));
        }
        return false;
    }

    State state() {
        return state;
    }
}
