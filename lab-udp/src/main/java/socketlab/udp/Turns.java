package socketlab.udp;

import java.time.Duration;
import java.util.function.Supplier;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.udp.Wire.Datagram;
import socketlab.udp.Wire.NotSentException;

/**
 * One peer's turns on a thread that is everybody's: each goes as far as it can without waiting.
 *
 * <pre>
 *                     Sleep, Compute
 *             +------------------------------> BUSY -------+
 *             |                                            | time, a result
 *   open -> READY <----------------------------------------+
 *             | |                                          | the kernel has room again
 *             | +-- a reply does not leave --> STALLED ----+
 *             |
 *             +-- HangUp, and all that was said has left --> CLOSED
 * </pre>
 *
 * <p>Unless it is READY, its datagrams wait in the inbox. All on the loop thread.
 */
final class Turns {
    enum State { READY, BUSY, STALLED, CLOSED }

    private final Client client;
    private final Shared shared;
    private final OnLoop place;
    private final Inbox inbox;
    final Conversation conversation;
    private State state = State.READY;
    private Next afterwards;   // while STALLED: how it goes on
    private int pauses;        // the last is the one that BUSY stands for

    Turns(Client client, OnLoop place, Inbox inbox) {
        this.client = client;
        this.shared = client.shared;
        this.place = place;
        this.inbox = inbox;
        this.conversation = new Conversation(client);
    }

    /** Serves this peer until it has to wait for something; of its messages there are never more than a few. */
    void take(Next next) throws Exception {
        state = State.READY;
        while (next != null && carryOut(next)) {
            next = nextMessage();
        }
        settle();
    }

    private Next nextMessage() throws Exception {
        if (client.ending()) {
            return Next.HANG_UP;
        }
        Datagram next = inbox.poll();
        return next == null ? null : conversation.answer(next);
    }

    /** The seam, as a loop sees it: to wait is to leave word and go back to everybody else. True: the next message. */
    private boolean carryOut(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(byte[] message, Next then) -> { if (!reply(message)) { return stall(then); } next = then; }
                case Sleep(var time, var then) -> { sleep(time, then, pause()); return false; }
                case Compute<?> work -> { shared.workers().run(work, pause()); return false; }
                case HangUp() -> { client.forget(); return conversation.flush() ? leave() : stall(next); }
            }
        }
    }

    private void sleep(Duration time, Supplier<Next> then, Resume resume) {
        shared.loop().after(time, () -> resume.with(then::get));
    }

    /** It is not served until whoever gets this says how it goes on. */
    private Resume pause() {
        state = State.BUSY;
        int mine = ++pauses;
        return then -> {
            if (state == State.BUSY && mine == pauses) {   // else it comes too late: the peer has gone
                place.resume(then);
            }
        };
    }

    private boolean stall(Next then) {
        state = State.STALLED;
        afterwards = then;
        return false;
    }

    private boolean reply(byte[] message) throws NotSentException {
        return !conversation.reply(message) || conversation.flush();
    }

    /** The end of every visit: what was said leaves, or waits until the kernel has room for it. */
    void settle() throws NotSentException {
        boolean gone = state == State.CLOSED || conversation.flush();
        if (!gone) {
            if (state == State.READY) {
                stall(Next.READY);
            }
            shared.wire().awaitRoom(place);
        } else if (state == State.STALLED) {
            Next then = afterwards;
            Resume resume = pause();
            shared.loop().execute(() -> resume.with(() -> then));
        }
    }

    /** Once and for all. Always false: nothing comes next. */
    boolean leave() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            place.closed();
            conversation.close();
        }
        return false;
    }

    State state() {
        return state;
    }
}
