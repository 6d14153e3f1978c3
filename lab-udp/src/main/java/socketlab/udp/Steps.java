package socketlab.udp;

import java.time.Duration;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.server.GracePeriod;
import socketlab.udp.Wire.Datagram;
import socketlab.udp.Wire.NotSentException;

/**
 * Serves one peer on a thread that may wait for it, message by message: ask the session, do what it says. Everything
 * said leaves before anything that waits. By one thread at a time, but for the last two methods.
 */
final class Steps {
    private final Client client;
    private final Conversation conversation;
    private final GracePeriod grace = new GracePeriod();

    Steps(Client client) {
        this.client = client;
        this.conversation = new Conversation(client);
    }

    /** False: it has to leave. */
    boolean open() {
        return take(() -> carryOut(conversation.open()));
    }

    /** False: it has to leave. */
    boolean serve(Datagram next) {
        return take(() -> carryOut(conversation.answer(next)));
    }

    /** Everything said leaves, then it is gone. */
    void leave() {
        client.forget();
        if (!attempt(this::flush)) {
            attempt(this::flush);   // what went wrong is the last word
        }
        grace.end();
        conversation.close();
    }

    private boolean take(Step step) {
        return attempt(() -> step.run() && !client.ending() && flush());
    }

    /** A session is somebody else's code: whatever it throws stops here. */
    private boolean attempt(Step step) {
        try {
            return step.run();
        } catch (Throwable fault) {
            conversation.fault(fault);
            return false;
        }
    }

    /** True: it goes on. */
    @FunctionalInterface
    private interface Step {
        boolean run() throws Exception;
    }

    /** The seam, as a thread that may wait sees it: to wait is to wait right here. False: hang up. */
    private boolean carryOut(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return true; }
                case Reply(byte[] message, Next then) -> { reply(message, then); next = then; }
                case Sleep(var time, var then) -> { flush(); grace.sleep(time); next = then.get(); }
                case Compute<?> work -> { flush(); next = grace.compute(work); }
                case HangUp() -> { return false; }
            }
        }
    }

    private void reply(byte[] message, Next then) throws NotSentException {
        if (then instanceof HangUp) {
            client.forget();   // before its last words: who hears them and speaks again is somebody new
        }
        if (conversation.reply(message)) {
            flush();
        }
    }

    private boolean flush() throws NotSentException {
        while (!conversation.flush()) {
            Wire.nap();
        }
        return true;
    }

    /** Any thread: its own may be waiting for something else, so a writer sends what is pushed. */
    void flushPushed() {
        client.shared.writer().execute(() -> {
            try {
                while (!client.flush()) {
                    Wire.nap();
                }
            } catch (NotSentException unsaid) {
                conversation.fault(unsaid);
                client.hangUp();
            }
        });
    }

    /** Any thread. */
    void hangUp(Duration time) {
        client.end();
        grace.begin(time);
    }
}
