package socketlab.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import socketlab.core.Options;
import socketlab.core.framing.Framings;
import socketlab.load.Conversation;
import socketlab.load.LoadClient;
import socketlab.load.LoadPlan;
import socketlab.load.Watcher;

/** Fires a few requests at a server that does nothing, so that no model pays for our own class loading. */
final class ClientWarmUp {
    private static final int REQUESTS = 40;
    private static final byte[] ANSWER = "hello\n".getBytes(StandardCharsets.US_ASCII);

    private ClientWarmUp() {}

    static void run() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, REQUESTS, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(server));
            InetSocketAddress target = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
            Conversation conversation = Conversation.listen(Framings.named("lines", Options.defaults().maxMessage()),
                    answer -> true);
            new LoadClient(LoadPlan.closed(target, conversation, 4, REQUESTS).withTimeout(Duration.ofSeconds(2)),
                    Watcher.NONE).run();
        }
    }

    private static void answer(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(ANSWER);
            } catch (IOException closed) {
                return;
            }
        }
    }
}
