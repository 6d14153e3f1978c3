package socketlab.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.Objects;

/** Holds a planned chat at a server and records every message. For one chat; a second one takes a second client. */
public final class ChatClient {
    private static final int READ_BYTES = 64 << 10;   // and no datagram is longer

    private final ChatPlan plan;
    private final Watcher watcher;
    private final Object lock = new Object();
    private ChatLoop loop;      // under the lock; null: not running yet
    private boolean stopped;    // under the lock

    /** The watcher is told of every message when it is over; there is no answer to show it. */
    public ChatClient(ChatPlan plan, Watcher watcher) {
        this.plan = Objects.requireNonNull(plan);
        this.watcher = Objects.requireNonNull(watcher);
    }

    /**
     * Runs the chat on the calling thread, and returns when every message is over or the chat was stopped; no descriptor
     * is left open. What the server does wrong is no error here but in the log.
     *
     * @throws IOException          with one line to show the user when this machine has no descriptors left
     * @throws InterruptedException when the thread was interrupted; the watcher has seen every message end
     */
    public ChatLog run() throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            RequestLog log = new RequestLog();
            ChatLoop begun = new ChatLoop(plan, new Shared(plan.load(), watcher, selector,
                    ByteBuffer.allocateDirect(READ_BYTES), log, new Stragglers(plan.load(), log),
                    new Fate(Trouble.NONE)));
            synchronized (lock) {
                loop = begun;
                if (stopped) {
                    begun.stop();
                }
            }
            return begun.run();
        }
    }

    /** Any thread, at any time: what is on its way is recorded as aborted, and {@link #run} returns soon. */
    public void stop() {
        synchronized (lock) {
            stopped = true;
            if (loop != null) {
                loop.stop();
            }
        }
    }
}
