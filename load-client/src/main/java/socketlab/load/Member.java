package socketlab.load;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketlab.core.FrameException;

/**
 * One who takes part in a chat: connects, is greeted and so in the room, speaks, hears the others.
 *
 * <pre>
 *   away --> connecting --> calling --> there --> gone
 * </pre>
 */
final class Member {
    private enum State { AWAY, CONNECTING, CALLING, THERE, GONE }

    private static final byte[] CALL = utf8("/help");   // over UDP nobody is greeted who has not been heard
    private static final Pattern ONLINE = Pattern.compile("\\(([0-9]{1,9}) users? online\\)\\s*$");

    final int number;
    private final Shared shared;
    private State state = State.AWAY;
    private Voice voice;
    private Outcome absence = Outcome.TIMEOUT;
    private boolean speaking;
    private int port = -1;
    private int online;

    Member(Shared shared, int number) {
        this.shared = shared;
        this.number = number;
    }

    @Override
    public String toString() {
        return "member " + number;
    }

    boolean isThere() {
        return state == State.THERE;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Why it is not there. */
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

    /** Throws, with one line to show the user, when there is no socket to be had. */
    void connect(Ears ears) throws IOException {
        voice = Voice.of(shared, this);
        state = State.CONNECTING;
        try {
            if (voice.connect()) {
                call();
            }
        } catch (IOException refused) {
            leave(Outcome.REFUSED, ears);
        }
    }

    /** Once more, where the first call may have been lost. */
    void callAgain(Ears ears) {
        if (state == State.CALLING && shared.plan().transport() == Transport.UDP) {
            say(CALL, ears);
        }
    }

    private void call() throws IOException {
        port = voice.port();
        state = State.CALLING;
        if (shared.plan().transport() == Transport.UDP) {
            voice.say(CALL);
        }
    }

    void say(byte[] message, Ears ears) {
        try {
            if (speaking) {
                throw new IOException("the server does not take what it is told");
            }
            speaking = !voice.say(message);
            if (!speaking) {
                ears.said(this, shared.now());
            }
        } catch (IOException broken) {
            leave(Outcome.of(broken), ears);
        }
    }

    /** The kernel has news. */
    void advance(Ears ears) {
        try {
            switch (state) {
                case AWAY, GONE -> { }
                case CONNECTING -> {
                    if (voice.finishConnect()) {
                        call();
                    }
                }
                case CALLING, THERE -> {
                    finishSaying(ears);
                    hear(ears);
                }
            }
        } catch (IOException broken) {
            leave(Outcome.of(broken), ears);
        } catch (FrameException noMessage) {
            leave(Outcome.WRONG, ears);
        }
    }

    private void finishSaying(Ears ears) throws IOException {
        if (speaking && voice.flush()) {
            speaking = false;
            ears.said(this, shared.now());
        }
    }

    private void hear(Ears ears) throws IOException, FrameException {
        voice.listen();
        long now = shared.now();   // before it is read: what we make of it is not the server's time
        for (byte[] message = voice.next(); message != null; message = voice.next()) {
            state = State.THERE;
            if (isNotice(message)) {
                Matcher count = ONLINE.matcher(text(message));
                online = count.find() ? Integer.parseInt(count.group(1)) : online;
            }
            ears.heard(this, message, now);
        }
        if (voice.hasEnded()) {
            leave(Outcome.RESET, ears);
        }
    }

    /** Who came and who went. */
    static boolean isNotice(byte[] message) {
        return message.length > 1 && (message[0] == '>' || message[0] == '<') && message[1] == ' ';
    }

    /** From now on the kernel keeps what the others say, as far as it has room. */
    void stopListening() {
        if (isThere()) {
            voice.stopListening();
        }
    }

    private void leave(Outcome why, Ears ears) {
        absence = why;
        close();
        ears.gone(this);
    }

    void close() {
        state = State.GONE;
        if (voice != null) {
            voice.close();
        }
    }
}
