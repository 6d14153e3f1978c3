package socketlab.load.chat;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/**
 * One member of a chat under load: connects, joins the room when the server greets it, sends, and receives what the others
 * send. Loop thread only.
 *
 * <pre>
 *   NEW --> CONNECTING --> JOINING --> JOINED ---> CLOSED
 *                             |                      ^
 *                             '--> NOT_ADMITTED -----'      not greeted in time: what it receives is too late
 * </pre>
 */
final class Member {
    private enum State { NEW, CONNECTING, JOINING, JOINED, NOT_ADMITTED, CLOSED }

    private static final byte[] FIRST_DATAGRAM = utf8("/help");   // a UDP server knows a client by its first datagram
    private static final byte[] SECOND_DATAGRAM = utf8("\n");     // and believes its address at the second

    final int number;
    private final LoadContext context;
    private final MemberListener listener;
    private final boolean joinsByName;
    private final int receiveBuffer;
    private State state = State.NEW;
    private ChatTransport transport;
    private Outcome failure = Outcome.TIMEOUT;
    private String failureReason = "the server did not greet the member in time, so it was not in the room";
    private boolean sending;
    private int port = -1;
    private int online;
    private int messagesReceived;

    /**
     * @param number        from 1
     * @param joinsByName   sends {@code NAME:} first, because the server greets nobody without it
     * @param receiveBuffer bytes of SO_RCVBUF; 0: the kernel's default
     */
    Member(LoadContext context, MemberListener listener, int number, boolean joinsByName, int receiveBuffer) {
        this.context = context;
        this.listener = listener;
        this.number = number;
        this.joinsByName = joinsByName;
        this.receiveBuffer = receiveBuffer;
    }

    @Override
    public String toString() {
        return "member " + number;
    }

    boolean isConnecting() {
        return state == State.CONNECTING;
    }

    boolean isJoined() {
        return state == State.JOINED;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** The outcome of messages that it cannot send because it is not, or no longer, in the room. */
    Outcome failure() {
        return failure;
    }

    /** Why, in words, without a full stop. */
    String failureReason() {
        return failureReason;
    }

    /** Its own port; -1: not connected yet. */
    int port() {
        return port;
    }

    /** How many users are online, as the server said last. */
    int online() {
        return online;
    }

    /** How many messages it has received, of any kind. */
    int messagesReceived() {
        return messagesReceived;
    }

    /** @throws IOException with one line to show the user when the machine allows no further socket */
    void connect() throws IOException {
        listener.connecting(this, context.now());
        transport = ChatTransport.of(context, this);
        state = State.CONNECTING;
        try {
            if (receiveBuffer > 0) {
                transport.setReceiveBuffer(receiveBuffer);
            }
            if (transport.connect()) {
                join();
            }
        } catch (IOException e) {
            fail(e, Sockets.outcomeOfConnecting(e));
        }
    }

    /** Goes on to the server's next address where nobody has been in the room yet; else the member is out. */
    private void fail(IOException error, Outcome outcome) throws IOException {
        boolean early = state == State.CONNECTING || state == State.JOINING;
        if (early && outcome == Outcome.REFUSED && context.addresses().advanceFrom(transport.address())) {
            sending = false;
            transport.close();
            connect();
        } else {
            disconnect(outcome, Sockets.reason(error));
        }
    }

    private void join() throws IOException {
        port = transport.localPort();
        state = State.JOINING;
        if (joinsByName) {
            send(utf8("NAME: m" + number));
        }
        resendJoin();
    }

    /** Sends a datagram that makes the server greet this member; again, because it may have been lost. */
    void resendJoin() throws IOException {
        if (state == State.JOINING && context.plan().transport() == Transport.UDP) {
            send(FIRST_DATAGRAM);
        }
    }

    /** The clock is about to start: from now on it is too late to join. */
    void stopJoining() {
        if (state == State.JOINING) {
            state = State.NOT_ADMITTED;
        } else if (state != State.JOINED) {
            close();
        }
    }

    /**
     * Sends a message; a member whose last message the server has not taken yet is disconnected.
     *
     * @throws IOException as {@link #connect}
     */
    void send(byte[] message) throws IOException {
        listener.sending(this, message, context.now());
        try {
            if (sending) {
                throw new IOException("the server does not read");
            }
            sending = true;
            finishSending(transport.send(message));
        } catch (IOException e) {
            fail(e, Sockets.outcomeOf(e));
        }
    }

    private void finishSending(boolean complete) {
        if (complete) {
            sending = false;
            listener.sent(this, context.now());
        }
    }

    /**
     * The channel is ready.
     *
     * @throws IOException as {@link #connect}
     */
    void advance() throws IOException {
        try {
            switch (state) {
                case NEW, CLOSED -> {}
                case CONNECTING -> {
                    if (transport.finishConnect()) {
                        join();
                    }
                }
                case JOINING, JOINED, NOT_ADMITTED -> {
                    if (sending) {
                        finishSending(transport.flush());
                    }
                    receive();
                }
            }
        } catch (IOException e) {
            fail(e, Sockets.outcomeOf(e));
        } catch (FrameException e) {
            disconnect(Outcome.WRONG, e.getMessage());
        }
    }

    private void receive() throws IOException, FrameException {
        transport.read();
        long now = context.now();   // before the messages are handled: handling is not the server's time
        for (byte[] message = transport.nextMessage(); message != null; message = transport.nextMessage()) {
            messagesReceived++;
            if (state == State.JOINING && JoinLeaveNotice.isGreeting(message)) {
                state = State.JOINED;
                confirmAddress();
            }
            if (JoinLeaveNotice.matches(message)) {
                online = JoinLeaveNotice.online(message, online);
            }
            listener.received(this, message, now);
        }
        if (transport.isEndOfStream()) {
            disconnect(Outcome.RESET, "the server closed the connection");
        }
    }

    /** A UDP server may send what others say only to an address that has sent again (the idea of RFC 9000, section 8.1). */
    private void confirmAddress() throws IOException {
        if (context.plan().transport() == Transport.UDP && !sending) {
            sending = !transport.send(SECOND_DATAGRAM);
        }
    }

    /** While it does not read, what the others send stays in the kernel's receive buffer, as far as there is room. */
    void setReading(boolean reading) {
        if (isJoined()) {
            transport.setReading(reading);
        }
    }

    /** Closes its own connection. */
    void leave() {
        listener.left(this, context.now());
        close();
    }

    private void disconnect(Outcome outcome, String reason) {
        boolean counted = state != State.NOT_ADMITTED;
        failure = outcome;
        failureReason = reason;
        close();
        if (counted) {
            listener.disconnected(this);
        }
    }

    void close() {
        state = State.CLOSED;
        if (transport != null) {
            transport.close();
        }
    }
}
