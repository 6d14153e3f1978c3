package socketlab.load.loop;

import java.io.IOException;
import socketlab.load.net.LoadContext;
import socketlab.results.Outcome;

/** One of those who wait: asks, waits for the answer, and asks again as long as it has requests left. */
final class VirtualUser implements ChannelHandler {
    private static final int NO_REQUEST = -1;

    private final LoadContext shared;
    private final int number;
    private long left;
    private ClientChannel contact;   // null: none open
    private int row = NO_REQUEST;
    private long intended;
    private long freeSince;
    private byte[] said;
    private Outcome last = Outcome.OK;

    VirtualUser(LoadContext shared, int number) {
        this.shared = shared;
        this.number = number;
        this.left = shared.plan().requestsOf(number);
    }

    @Override
    public String toString() {
        return "client " + number + " of " + shared.plan().clients();
    }

    boolean hasMore() {
        return left > 0;
    }

    boolean wasRefused() {
        return last == Outcome.REFUSED;
    }

    @Override
    public boolean isConnecting() {
        return contact != null && contact.isConnecting();
    }

    @Override
    public void preconnect() throws IOException {
        contact = ClientChannel.of(shared, this);
        onward(contact.advance());
    }

    /** When it last had nothing to wait for. */
    long freeSince() {
        return freeSince;
    }

    void freeSince(long now) {
        freeSince = now;
    }

    /**
     * Begins the next request, which may end with it: one whose time was over before anybody was free for it is never
     * sent. Throws when there is no socket to be had.
     */
    void start(long meant, long now) throws IOException {
        left--;
        intended = meant;
        row = shared.log().start(number, intended);
        if (now - intended >= shared.plan().timing().timeout().toNanos()) {
            record(now, shared.plan().transport().timeoutOutcome(), null);
            return;
        }
        said = shared.plan().message(number, shared.log().request(row));
        if (contact == null) {
            contact = ClientChannel.of(shared, this);
        }
        onward(contact.ask(row, said));
    }

    /** If it still waits for an answer to this. */
    void askAgain(int unanswered) {
        if (row == unanswered && contact != null) {
            onward(contact.askAgain());
        }
    }

    boolean isAsking() {
        return row != NO_REQUEST;
    }

    @Override
    public void advance() {
        if (contact != null) {   // otherwise it is news of a socket that has been closed since
            onward(contact.advance());
        }
    }

    private void onward(Step step) {
        switch (step) {
            case Step.Waiting() -> { }
            case Step.Answer(byte[] message) -> judge(message);
            case Step.Failed(Outcome how) -> end(how);
        }
    }

    /** What answers an earlier request leaves this one waiting. */
    private void judge(byte[] answer) {
        long done = shared.now();   // before it is judged: judging is not the server's time
        boolean right = isAsking() && shared.plan().protocol().accepts().test(said, answer);
        boolean straggles = !right && shared.stragglers().claim(number, answer);
        if (isAsking() && !straggles) {
            shared.log().firstByte(row, done);   // of a datagram, that is; a stream's was earlier
            end(done, right ? Outcome.OK : Outcome.WRONG, answer);
        }
    }

    /** Ends what is on its way, if anything is, without an answer. */
    void end(Outcome how) {
        if (isAsking()) {
            end(shared.now(), how, null);
        } else {
            hangUp();
        }
    }

    private void end(long done, Outcome how, byte[] message) {
        boolean kept = shared.plan().protocol().keepsConnection(message) && contact != null;   // null: no socket to be had
        if (!kept || !contact.outlives(how, left > 0)) {
            hangUp();
        }
        record(done, how, message);
    }

    private void record(long done, Outcome how, byte[] message) {
        int request = shared.log().request(row);
        shared.log().end(row, done, how);
        row = NO_REQUEST;
        last = how;
        shared.watcher().requestEnded(number, request, how, message, done - intended);
    }

    /** Nobody will ask again: a server that serves one client at a time had better know. */
    void leave() {
        if (contact != null && !isAsking() && !contact.outlives(Outcome.OK, false)) {
            hangUp();
        }
    }

    /** Its first request will try again, with its clock running. */
    @Override
    public void giveUp() {
        hangUp();
    }

    private void hangUp() {
        if (contact != null) {
            contact.close();
            contact = null;
        }
    }
}
