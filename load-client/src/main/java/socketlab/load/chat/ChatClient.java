package socketlab.load.chat;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Objects;
import socketlab.load.log.CancellationToken;
import socketlab.load.log.LoadListener;
import socketlab.load.net.LoadContext;

/** Runs a planned chat against a server and records every message. One client runs one chat. */
public final class ChatClient {
    private final ChatPlan plan;
    private final LoadListener listener;
    private final CancellationToken cancellation = new CancellationToken();

    /** Neither may be null. The listener is told when a message has ended; its reply is always null. */
    public ChatClient(ChatPlan plan, LoadListener listener) {
        this.plan = Objects.requireNonNull(plan);
        this.listener = Objects.requireNonNull(listener);
    }

    /**
     * Runs the chat on the calling thread. Returns when every message has ended or the chat was stopped; no descriptor is
     * left open. What the server does wrong is no exception but in the log.
     *
     * @throws IOException          with one line to show the user when this machine allows no further socket
     * @throws InterruptedException when the thread was interrupted; the listener has seen every started message end
     */
    public ChatLog run() throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            ChatLoop loop = new ChatLoop(plan, LoadContext.of(plan.load(), listener, selector));
            cancellation.onCancel(loop::stop);
            return loop.run();
        }
    }

    /** Any thread, at any time: messages in flight are recorded as aborted, and {@link #run} returns soon. */
    public void stop() {
        cancellation.cancel();
    }
}
