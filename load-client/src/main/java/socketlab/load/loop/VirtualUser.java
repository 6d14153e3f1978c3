package socketlab.load.loop;

import static socketlab.core.Text.format;

import java.io.IOException;
import socketlab.load.log.WrongReply;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.RequestProtocol;
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
    private long doneNanos;
    private long availableSince;
    private byte[] message;
    private Outcome lastOutcome = Outcome.OK;

    VirtualUser(LoadContext context, int number) {
        this.context = context;
        this.number = number;
        this.requestsLeft = context.plan().requestsOf(number);
    }

    /** Its number among all users of the load, from 1. */
    int number() {
        return number;
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

    /** Its last request did not reach the server, so the next one had better wait a little. */
    boolean wasRefused() {
        return lastOutcome == Outcome.REFUSED || lastOutcome == Outcome.ABORTED;
    }

    /** When its last request ended; nanoseconds since the plan's zero. */
    long doneNanos() {
        return doneNanos;
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
            context.log().reason(context.plan().transport().timeoutOutcome(), "no client was free in time to send it");
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
    void resend(int unanswered) throws IOException {
        if (row == unanswered && channel != null) {
            handle(channel.resend());
        }
    }

    @Override
    public void advance() throws IOException {
        if (channel != null) {   // null: the selector had reported a channel that has been closed since
            handle(channel.advance());
        }
    }

    private void handle(Step step) throws IOException {
        switch (step) {
            case Step.Pending() -> {}
            case Step.Reply(byte[] reply, long readNanos) -> receive(reply, readNanos);
            case Step.Failed failed when isWorthAnotherTry(failed.outcome()) -> tryAgain();
            case Step.Failed failed -> fail(failed);
        }
    }

    /** At the server's next address, or on a new connection: never twice on the same ground. */
    private boolean isWorthAnotherTry(Outcome outcome) {
        if (outcome == Outcome.RESET && hasRequestInFlight() && channel.isStale()) {
            context.log().counters().reconnected++;
            return true;
        }
        return outcome == Outcome.REFUSED && context.addresses().advanceFrom(channel.address());
    }

    private void tryAgain() throws IOException {
        closeChannel();
        channel = ClientChannel.of(context, this);
        handle(hasRequestInFlight() ? channel.startRequest(row, message) : channel.advance());
    }

    private void fail(Step.Failed failed) {
        if (hasRequestInFlight() && failed.outcome() == Outcome.WRONG) {
            recordWrong(failed.received(), failed.reason());
        } else if (hasRequestInFlight()) {
            context.log().reason(failed.outcome(), failed.reason());
        }
        if (hasRequestInFlight()) {
            end(context.now(), failed.outcome(), null);
        } else {
            closeChannel();
        }
    }

    private void recordWrong(byte[] reply, String reason) {
        if (context.log().wantsWrongReply()) {
            String where = format("request %d of client %d", context.log().request(row), number);
            RequestProtocol protocol = context.plan().protocol();
            byte[] sent = message == null || protocol.isEcho() ? message : protocol.framing().encode(message);
            context.log().wrongReply(new WrongReply(where, sent, protocol.expected(), reply, reason));
        }
    }

    /** A reply to an earlier request leaves this one in flight. */
    private void receive(byte[] reply, long done) {
        boolean correct = hasRequestInFlight() && context.plan().protocol().accepts().test(message, reply);
        boolean stale = !correct && context.lateReplies().countStale(number, reply);
        if (hasRequestInFlight() && !stale) {
            context.log().firstByte(row, done);   // of a datagram; a stream's first byte was recorded before
            if (!correct) {
                recordWrong(reply, WrongReply.UNEXPECTED);
            }
            end(done, correct ? Outcome.OK : Outcome.WRONG, reply);
        }
    }

    /** Ends the request in flight without a reply; without one, only the channel is closed. */
    void end(Outcome outcome) {
        if (hasRequestInFlight()) {
            if (context.log().wantsReason(outcome)) {
                context.log().reason(outcome, outcome == Outcome.ABORTED ? "the load was stopped" : channel.progress());
            }
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
        doneNanos = done;
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
