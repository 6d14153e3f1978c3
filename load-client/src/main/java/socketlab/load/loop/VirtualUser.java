package socketlab.load.loop;

import java.io.IOException;
import socketlab.load.net.LoadContext;
import socketlab.results.Outcome;

/** One client of the load: sends a request, waits for its reply, and goes on while it has requests left. */
final class VirtualUser implements ChannelHandler {
    private static final int NO_REQUEST = -1;

    private final LoadContext context;
    private final int number;
    private long requestsLeft;
    private ClientChannel channel;   // null: none open
    private int row = NO_REQUEST;
    private long intendedNanos;
    private long availableSince;
    private byte[] message;
    private Outcome lastOutcome = Outcome.OK;

    VirtualUser(LoadContext context, int number) {
        this.context = context;
        this.number = number;
        this.requestsLeft = context.plan().requestsOf(number);
    }

    @Override
    public String toString() {
        return "client " + number + " of " + context.plan().clients();
    }

    boolean hasRequestsLeft() {
        return requestsLeft > 0;
    }

    boolean hasRequestInFlight() {
        return row != NO_REQUEST;
    }

    boolean wasRefused() {
        return lastOutcome == Outcome.REFUSED;
    }

    /** When it last became available for a request; nanoseconds since the plan's zero. */
    long availableSince() {
        return availableSince;
    }

    void availableSince(long nanos) {
        availableSince = nanos;
    }

    @Override
    public boolean isConnecting() {
        return channel != null && channel.isConnecting();
    }

    @Override
    public void preconnect() throws IOException {
        channel = ClientChannel.of(context, this);
        handle(channel.advance());
    }

    /** Its first request connects again, and the time for that counts. */
    @Override
    public void abandonConnect() {
        closeChannel();
    }

    /**
     * Begins the next request, and may end it as well: a request whose timeout has passed before a client was available is
     * not sent. Times are nanoseconds since the plan's zero.
     *
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    void start(long intended, long now) throws IOException {
        requestsLeft--;
        intendedNanos = intended;
        row = context.log().start(number, intended);
        if (now - intended >= context.plan().timing().timeout().toNanos()) {
            record(now, context.plan().transport().timeoutOutcome(), null);
            return;
        }
        message = context.plan().message(number, context.log().request(row));
        if (channel == null) {
            channel = ClientChannel.of(context, this);
        }
        handle(channel.startRequest(row, message));
    }

    /** Sends the request of this row again, if it is still in flight. */
    void resend(int unanswered) {
        if (row == unanswered && channel != null) {
            handle(channel.resend());
        }
    }

    @Override
    public void advance() {
        if (channel != null) {   // null: the selector had reported a channel that has been closed since
            handle(channel.advance());
        }
    }

    private void handle(Step step) {
        switch (step) {
            case Step.Pending() -> {}
            case Step.Reply(byte[] reply) -> receive(reply);
            case Step.Failed(Outcome outcome) -> end(outcome);
        }
    }

    /** A reply to an earlier request leaves this one in flight. */
    private void receive(byte[] reply) {
        long done = context.now();   // before the reply is checked: checking is not the server's time
        boolean correct = hasRequestInFlight() && context.plan().protocol().accepts().test(message, reply);
        boolean stale = !correct && context.lateReplies().countStale(number, reply);
        if (hasRequestInFlight() && !stale) {
            context.log().firstByte(row, done);   // of a datagram; a stream's first byte was recorded before
            end(done, correct ? Outcome.OK : Outcome.WRONG, reply);
        }
    }

    /** Ends the request in flight without a reply; without one, only the channel is closed. */
    void end(Outcome outcome) {
        if (hasRequestInFlight()) {
            end(context.now(), outcome, null);
        } else {
            closeChannel();
        }
    }

    private void end(long done, Outcome outcome, byte[] reply) {
        boolean kept = channel != null && context.plan().protocol().keepsConnection(reply)
                && channel.isReusable(outcome, hasRequestsLeft());
        if (!kept) {
            closeChannel();
        }
        record(done, outcome, reply);
    }

    private void record(long done, Outcome outcome, byte[] reply) {
        int request = context.log().request(row);
        context.log().end(row, done, outcome);
        row = NO_REQUEST;
        lastOutcome = outcome;
        context.listener().requestEnded(number, request, outcome, reply, done - intendedNanos);
    }

    /** No further request will start: a server that serves one client at a time must see this connection close. */
    void closeIfUnused() {
        if (channel != null && !hasRequestInFlight() && !channel.isReusable(Outcome.OK, false)) {
            closeChannel();
        }
    }

    private void closeChannel() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
