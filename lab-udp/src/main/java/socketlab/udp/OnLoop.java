package socketlab.udp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.select.EventLoop;
import socketlab.select.Timers;
import socketlab.udp.Turns.State;
import socketlab.udp.Wire.Datagram;

/**
 * A peer served by a thread that is everybody's, and every occasion on which that turns to it. Here ends whatever goes
 * wrong on it, for one client's fault ends one client. All on the loop thread, but for the last two methods.
 */
final class OnLoop implements Place {
    private final Client client;
    private final EventLoop loop;
    private final Inbox inbox;
    private final Turns turns;
    private final List<Timers.Timer> limits = new ArrayList<>(0);
    private boolean failed;

    OnLoop(Client client) {
        this.client = client;
        this.loop = client.shared.loop();
        this.inbox = client.shared.inbox();
        this.turns = new Turns(client, this, inbox);
    }

    @FunctionalInterface
    private interface Visit {
        void pay() throws Exception;
    }

    /** A session is somebody else's code: it may throw anything. */
    private void attempt(Visit visit) {
        try {
            if (turns.state() != State.CLOSED) {
                visit.pay();
            }
        } catch (Throwable fault) {
            turns.conversation.fault(fault);
            if (failed) {
                turns.leave();
            } else {
                failed = true;
                attempt(() -> turns.take(Next.HANG_UP));   // what was said before may still leave
            }
        }
    }

    @Override
    public void open(Datagram first) {
        inbox.offer(first);
        attempt(() -> turns.take(turns.conversation.open()));
    }

    @Override
    public boolean hear(Datagram next) {
        if (client.ending() || turns.state() != State.READY) {
            return inbox.offer(next);
        }
        attempt(() -> turns.take(turns.conversation.answer(next)));
        return true;
    }

    void resume(Callable<? extends Next> then) {
        client.heard();
        attempt(() -> turns.take(then.call()));
    }

    @Override
    public boolean busy() {
        return turns.state() != State.READY;
    }

    /** Who still waits for an answer is told. */
    private void endNow() {
        switch (turns.state()) {
            case READY -> attempt(() -> turns.take(Next.HANG_UP));
            case BUSY -> attempt(() -> turns.take(new Reply(client.shared.parting(), Next.HANG_UP)));
            case STALLED -> attempt(turns::leave);
            case CLOSED -> { }
        }
    }

    void closed() {
        inbox.close();
        limits.forEach(Timers.Timer::cancel);
    }

    @Override
    public void flush() {
        loop.execute(() -> attempt(turns::settle));
    }

    @Override
    public void hangUp(Duration grace) {
        client.end();
        loop.execute(() -> {
            if (turns.state() == State.READY) {
                endNow();
            } else if (turns.state() != State.CLOSED) {
                limits.add(loop.after(grace, this::endNow));
            }
        });
    }
}
