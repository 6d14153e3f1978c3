package socketlab.load;

import java.io.IOException;

/** One of those who wait: asks, waits for the answer, and asks again as long as it has requests left. */
final class Client {
    private static final int NO_REQUEST = -1;

    private final Shared shared;
    private final int number;
    private long left;
    private Connection connection;   // null: none open
    private int row = NO_REQUEST;
    private long intended;
    private byte[] said;
    private Outcome last = Outcome.OK;

    Client(Shared shared, int number) {
        this.shared = shared;
        this.number = number;
        this.left = shared.plan().requestsOf(number);
    }

    /** From 1. */
    int number() {
        return number;
    }

    boolean hasMore() {
        return left > 0;
    }

    boolean wasRefused() {
        return last == Outcome.REFUSED;
    }

    boolean isConnecting() {
        return connection != null && connection.isConnecting();
    }

    /** Opens its first connection ahead of its first request. Throws when there is no socket to be had. */
    void preconnect() throws IOException {
        connection = new Connection(shared, this);
        onward(connection.advance());
    }

    /** Begins the next request. True when that has ended already. Throws when there is no socket to be had. */
    boolean start() throws IOException {
        left--;
        intended = shared.now();
        row = shared.log().start(number, intended);
        Conversation conversation = shared.plan().conversation();
        said = conversation.says().message(number, shared.log().request(row));
        if (connection == null) {
            connection = new Connection(shared, this);
        }
        return onward(connection.ask(row, said == null ? null : conversation.framing().encode(said)));
    }

    /** The kernel says that something can be done. True when the request has ended with it. */
    boolean advance() {
        return onward(connection.advance());
    }

    private boolean onward(Step step) {
        switch (step) {
            case Step.Waiting() -> { }
            case Step.Answer(byte[] message) -> {
                long done = shared.now();   // before it is judged: judging is not the server's time
                boolean right = shared.plan().conversation().right().test(said, message);
                end(done, right ? Outcome.OK : Outcome.WRONG, message);
            }
            case Step.Failed(Outcome how) -> end(how);
        }
        return row == NO_REQUEST;
    }

    /** Ends what is on its way, if anything is, without an answer. */
    void end(Outcome how) {
        if (row == NO_REQUEST) {
            hangUp();   // a preconnection that failed: the first request will try again, with its clock running
        } else {
            end(shared.now(), how, null);
        }
    }

    private void end(long done, Outcome how, byte[] message) {
        int request = shared.log().request(row);
        shared.log().end(row, done, how);
        row = NO_REQUEST;
        last = how;
        boolean again = shared.plan().conversation().kept() && left > 0;
        if (!again || how != Outcome.OK || connection.hasEnded()) {
            hangUp();   // after a wrong answer too: the next one might be the right answer to this request
        }
        shared.watcher().answered(number, request, how, message, done - intended);
    }

    void hangUp() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
