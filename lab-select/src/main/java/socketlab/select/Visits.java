package socketlab.select;

import static socketlab.core.Text.utf8;

import java.nio.channels.SelectionKey;
import java.util.concurrent.Callable;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.select.Connection.State;

/**
 * Every occasion on which the loop turns to one client: it is ready, its wait is over, it is to be flushed or to leave.
 * Here ends whatever goes wrong on it, for one client's fault ends one client. All on the loop thread, but for
 * {@link #end}.
 */
final class Visits implements EventLoop.Handler {
    private final Connection connection;
    private final Clients clients;
    private boolean failed;

    Visits(Connection connection, Clients clients) {
        this.connection = connection;
        this.clients = clients;
    }

    @FunctionalInterface
    private interface Visit {
        void pay() throws Exception;
    }

    /** A session is somebody else's code: it may throw anything. */
    private void attempt(Visit visit) {
        try {
            if (connection.state() != State.CLOSED) {
                visit.pay();
            }
        } catch (Throwable fault) {
            clients.report(connection.client, fault);
            if (failed) {
                connection.leave(false);
            } else {
                failed = true;
                attempt(() -> connection.turn(Next.HANG_UP));   // what was said before may still leave
            }
        }
    }

    void open() {
        attempt(() -> connection.turn(connection.conversation.open(clients.open(connection.client))));
    }

    @Override
    public void ready(SelectionKey key) {
        attempt(connection::ready);
    }

    void resume(Callable<? extends Next> then) {
        attempt(() -> connection.turn(then.call()));
    }

    void flush() {
        attempt(connection::settle);
    }

    /** Any thread, and at once: what the client says from here on is not served, even if the loop hears it first. */
    void end() {
        connection.conversation.end();
    }

    /** Ends it after its current step. */
    void hangUp() {
        if (connection.state() == State.READING) {
            attempt(() -> connection.turn(Next.READY));
        }
    }

    /** Ends it now: who still waits for an answer is told, who does not read is cut off. */
    void hangUpNow() {
        switch (connection.state()) {
            case READING -> attempt(() -> connection.turn(Next.HANG_UP));
            case BUSY -> attempt(() -> connection.turn(new Reply(utf8(clients.parting()), Next.HANG_UP)));
            case WRITING -> connection.leave(false);
            case CLOSED -> { }
        }
    }

    /** While it waits for us it has every right to be silent. */
    void tooSilent() {
        if (connection.state() != State.BUSY) {
            hangUpNow();
        }
    }
}
