package socketlab.load.chat;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Objects;
import socketlab.load.log.CancellationToken;
import socketlab.load.log.LoadListener;
import socketlab.load.net.LoadContext;

/** Holds a planned chat at a server and records every message. For one chat; a second one takes a second client. */
public final class ChatClient {
    private final ChatPlan plan;
    private final LoadListener watcher;
    private final CancellationToken stopSwitch = new CancellationToken();

    /** The watcher is told of every message when it is over; there is no answer to show it. */
    public ChatClient(ChatPlan plan, LoadListener watcher) {
        this.plan = Objects.requireNonNull(plan);
        this.watcher = Objects.requireNonNull(watcher);
    }

    /**
     * Runs the chat on the calling thread, and returns when every message is over or the chat was stopped; no
     * descriptor is left open. What the server does wrong is no error here but in the log.
     *
     * @throws IOException          with one line to show the user when this machine has no descriptors left
     * @throws InterruptedException when the thread was interrupted; the watcher has seen every message end
     */
    public ChatLog run() throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            ChatLoop loop = new ChatLoop(plan, LoadContext.of(plan.load(), watcher, selector));
            stopSwitch.onCancel(loop::stop);
            return loop.run();
        }
    }

    /** Any thread, at any time: what is on its way is recorded as aborted, and {@link #run} returns soon. */
    public void stop() {
        stopSwitch.cancel();
    }
}
