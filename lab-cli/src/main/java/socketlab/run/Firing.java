package socketlab.run;

import java.io.IOException;
import java.util.Optional;
import socketlab.load.ChatClient;
import socketlab.load.ChatLog;
import socketlab.load.LoadClient;
import socketlab.load.LoadPlan;
import socketlab.load.RequestLog;
import socketlab.load.Watcher;

/** A load of either kind, requests or a chat: fired once, stopped from any thread. */
interface Firing {
    Fired fire() throws IOException, InterruptedException;

    void stop();

    /** What happened; there is no chat where requests were made. */
    record Fired(RequestLog log, Optional<ChatLog> chat) {}

    static Firing of(LoadPlan plan, Optional<ChatLoad> chat, Watcher watcher) {
        return chat.map(load -> chat(new ChatClient(load.plan(plan), watcher)))
                .orElseGet(() -> requests(new LoadClient(plan, watcher)));
    }

    private static Firing requests(LoadClient client) {
        return new Firing() {
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

    private static Firing chat(ChatClient client) {
        return new Firing() {
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
