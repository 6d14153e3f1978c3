package socketlab.lab.talk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A chat over UDP in which somebody who only listens is not forgotten. A server forgets an address that sends nothing
 * for a minute; so after ten seconds without a message of ours, however much the others say, an empty line is sent. It
 * also finds out that the server has gone.
 *
 * <p>Where a server has forgotten us all the same, or is another one now, the empty line is the first message of
 * somebody new: we are greeted anew, and send our name again.
 *
 * <p>Whoever is greeted sends again at once, be it an empty line: a server may send what others say only to an address that
 * has sent twice, because one that has sent once may be forged (the idea of RFC 9000, section 8.1).
 */
final class KeepAliveChannel implements ChatChannel {
    /** Nobody reads it. It is not an empty datagram, because a connected socket of the JDK sends none. */
    static final String SIGN_OF_LIFE = "\n";

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ChatChannel channel;
    private final long pauseNanos;
    private volatile long lastSentNanos = System.nanoTime();
    private volatile String firstMessage;   // null: nothing was said yet
    private volatile boolean silent;        // what was sent last is a sign of life
    private volatile boolean ended;
    private boolean quitting;               // under the monitor: after /quit nothing follows, or we would be somebody new
    private boolean greeted;                // by the receiving thread

    KeepAliveChannel(ChatChannel channel) {
        this(channel, PAUSE);
    }

    KeepAliveChannel(ChatChannel channel, Duration pause) {
        this.channel = channel;
        this.pauseNanos = pause.toNanos();
        Thread.ofPlatform().daemon().name("keep-alive").start(this::keepAlive);
    }

    private void keepAlive() {
        try {
            while (!ended) {
                long left = lastSentNanos + pauseNanos - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(left);
                } else {
                    send(SIGN_OF_LIFE);
                }
            }
        } catch (IOException gone) {
            channel.close();   // so the receiving thread learns it
        }
    }

    @Override
    public InetSocketAddress localAddress() {
        return channel.localAddress();
    }

    @Override
    public synchronized void send(String message) throws IOException {
        quitting |= UserState.isQuit(message);
        silent = message.equals(SIGN_OF_LIFE);
        if (!silent && firstMessage == null) {
            firstMessage = message;
        }
        lastSentNanos = System.nanoTime();
        channel.send(message);
    }

    @Override
    public String receive() throws IOException {
        String message = channel.receive();
        if (message == null || UserState.isGoodbye(message)) {
            ended = true;   // a further sign of life would be the first one of somebody new
        } else if (UserState.isGreeting(message)) {
            confirmAddress(greeted && silent && firstMessage != null && UserState.isNameMessage(firstMessage)
                    ? firstMessage : SIGN_OF_LIFE);
            greeted = true;
        }
        return message;
    }

    private synchronized void confirmAddress(String message) throws IOException {
        if (!ended && !quitting) {
            send(message);
        }
    }

    @Override
    public void endOutput() throws IOException {
        ended = true;
        channel.endOutput();
    }

    @Override
    public void close() {
        ended = true;
        channel.close();
    }
}
