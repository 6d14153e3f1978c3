package socketlab.load.chat;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/**
 * One who takes part in a chat: connects, is greeted and so in the room, speaks, hears the others.
 *
 * <pre>
 *   away --> connecting --> calling --> there ---> gone
 *                              |                    ^
 *                              +------> waiting ----+        not let in in time: what it hears now is too late
 * </pre>
 */
final class Member {
    private enum State { AWAY, CONNECTING, CALLING, THERE, WAITING, GONE }

    private static final byte[] LETTER = utf8("/help");   // over UDP nobody is greeted who has not been heard

    final int number;
    private final LoadContext shared;
    private final boolean joinsByName;
    private final int receiveBuffer;
    private State state = State.AWAY;
    private ChatTransport voice;
    private Outcome absence = Outcome.TIMEOUT;
    private boolean speaking;
    private int port = -1;
    private int online;
    private int messages;

    /** With a receive buffer of so many bytes; 0: as large as usual. */
    Member(LoadContext shared, int number, boolean joinsByName, int receiveBuffer) {
        this.joinsByName = joinsByName;
        this.shared = shared;
        this.receiveBuffer = receiveBuffer;
        this.number = number;
    }

    @Override
    public String toString() {
        return "member " + number;
    }

    boolean isConnecting() {
        return state == State.CONNECTING;
    }

    boolean isThere() {
        return state == State.THERE;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Why it is not there any more, or never was. */
    Outcome absence() {
        return absence;
    }

    int port() {
        return port;
    }

    /** How many are in the room, by the last that the server said of it. */
    int online() {
        return online;
    }

    /** How many it has heard, whatever they were. */
    int messages() {
        return messages;
    }

    /** Throws, with one line to show the user, when there is no socket to be had. */
    void connect(MemberListener ears) throws IOException {
        ears.came(this, shared.now());
        voice = ChatTransport.of(shared, this);
        state = State.CONNECTING;
        try {
            if (receiveBuffer > 0) {
                voice.receiveBuffer(receiveBuffer);
            }
            if (voice.connect()) {
                call(ears);
            }
        } catch (IOException refused) {
            end(Outcome.REFUSED, ears);
        }
    }

    private void call(MemberListener ears) throws IOException {
        port = voice.port();
        state = State.CALLING;
        if (joinsByName) {
            say(utf8("NAME: m" + number), ears);   // else nobody is let in
        }
        callAgain(ears);
    }

    /** A datagram may have been lost; a connection says enough. */
    void callAgain(MemberListener ears) {
        if (state == State.CALLING && shared.plan().transport() == Transport.UDP) {
            say(LETTER, ears);
        }
    }

    /** From now on it is too late to be let in. */
    void giveUp() {
        if (state == State.CALLING) {
            state = State.WAITING;
        } else if (state != State.THERE) {
            close();
        }
    }

    void say(byte[] message, MemberListener ears) {
        ears.saying(this, message, shared.now());
        try {
            if (speaking) {
                throw new IOException("the server does not take what it is told");
            }
            speaking = !voice.say(message);
            if (!speaking) {
                ears.said(this, shared.now());
            }
        } catch (IOException broken) {
            end(Sockets.outcome(broken), ears);
        }
    }

    /** The kernel has news. */
    void advance(MemberListener ears) {
        try {
            switch (state) {
                case AWAY, GONE -> { }
                case CONNECTING -> {
                    if (voice.finishConnect()) {
                        call(ears);
                    }
                }
                case CALLING, THERE, WAITING -> {
                    finishSaying(ears);
                    hear(ears);
                }
            }
        } catch (IOException broken) {
            end(Sockets.outcome(broken), ears);
        } catch (FrameException noMessage) {
            end(Outcome.WRONG, ears);
        }
    }

    private void finishSaying(MemberListener ears) throws IOException {
        if (speaking && voice.flush()) {
            speaking = false;
            ears.said(this, shared.now());
        }
    }

    private void hear(MemberListener ears) throws IOException, FrameException {
        voice.listen();
        long now = shared.now();   // before it is read: what we make of it is not the server's time
        for (byte[] message = voice.next(); message != null; message = voice.next()) {
            messages++;
            state = state == State.CALLING && JoinLeaveNotice.isGreeting(message) ? State.THERE : state;
            online = JoinLeaveNotice.is(message) ? JoinLeaveNotice.online(message, online) : online;
            ears.heard(this, message, now);
        }
        if (voice.hasEnded()) {
            end(Outcome.RESET, ears);
        }
    }

    /** While it does not listen, the kernel keeps what the others say, as far as it has room. */
    void attend(boolean listens) {
        if (isThere()) {
            voice.attend(listens);
        }
    }

    /** Of its own accord. */
    void leave(MemberListener ears) {
        ears.left(this, shared.now());
        close();
    }

    private void end(Outcome why, MemberListener ears) {
        boolean awaited = state != State.WAITING;
        absence = why;
        close();
        if (awaited) {
            ears.gone(this);
        }
    }

    void close() {
        state = State.GONE;
        if (voice != null) {
            voice.close();
        }
    }
}
