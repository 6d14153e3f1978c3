package socketlab.lab.measure;

import java.io.IOException;
import java.util.Optional;
import socketlab.lab.plan.ChatLoad;
import socketlab.load.chat.ChatClient;
import socketlab.load.chat.ChatLog;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.LoadClient;
import socketlab.load.plan.LoadPlan;

/** A load of either kind, requests or a chat: fired once, stopped from any thread. */
interface LoadExecution {
    Fired fire() throws IOException, InterruptedException;

    void stop();

    /** What happened; there is no chat where requests were made. */
    record Fired(RequestLog log, Optional<ChatLog> chat) {}

    static LoadExecution of(LoadPlan plan, Optional<ChatLoad> chat, LoadListener watcher) {
        return chat.map(load -> chat(new ChatClient(load.plan(plan), watcher)))
                .orElseGet(() -> requests(new LoadClient(plan, watcher)));
    }

    private static LoadExecution requests(LoadClient client) {
        return new LoadExecution() {
            @Override
            public Fired fire() throws IOException, InterruptedException {
                return new Fired(client.run(), Optional.empty());
            }

            @Override
            public void stop() {
                client.stop();
            }
        };
    }

    private static LoadExecution chat(ChatClient client) {
        return new LoadExecution() {
            @Override
            public Fired fire() throws IOException, InterruptedException {
                ChatLog log = client.run();
                return new Fired(log.messages(), Optional.of(log));
            }

            @Override
            public void stop() {
                client.stop();
            }
        };
    }
}
