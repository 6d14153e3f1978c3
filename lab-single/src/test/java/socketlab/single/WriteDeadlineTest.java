package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.Framings;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.IdleTimeout;

/** A thread that writes waits for a client that reads, however slowly, and not for one that does not; on a clock of looks. */
@Timeout(60)
class WriteDeadlineTest {
    private static final int LARGE = 24 << 20;
    private static final int PORTION = 3 << 20;   // more than a kernel keeps back before it takes more

    /** Answers each line with many megabytes, or pushes them at a line that is not empty. */
    private record Flood(boolean pushes) implements Service {
        @Override
        public Framing framing() {
            return Framings.named("lines", 100);
        }

        @Override
        public Session open(Peer peer) {
            byte[] large = utf8("x".repeat(LARGE));
            return message -> {
                if (!pushes) {
                    return new Next.Reply(large, Next.READY);
                }
                if (message.length > 0) {
                    peer.push(large);
                }
                return Next.READY;
            };
        }
    }

    private final Queue<Runnable> looks = new ArrayDeque<>();
    private ClientRegistry clients;
    private Socket client;
    private Thread serving;

    /** With no idle timeout at all: what is left is the minute for which a client may read nothing. */
    private void serve(boolean pushes) throws IOException {
        clients = new ClientRegistry(new Flood(pushes), Options.defaults().withIdleTimeout(Duration.ZERO));
        IdleTimeout.start(clients, (time, look) -> looks.add(look));
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket();
            client.setReceiveBufferSize(16 << 10);
            client.connect(listening.getLocalSocketAddress());
            client.setSoTimeout(10_000);
            serving = Thread.ofPlatform().start(new BlockingConnection(listening.accept(), clients));
        }
        client.getOutputStream().write(utf8("all of it\n"));
        Awaitility.await().until(() -> queued() > 0);
    }

    private int queued() {
        return clients.list().stream().mapToInt(listed -> listed.queuedBytes()).sum();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            looks.remove().run();
        }
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        assertThat(serving.join(Duration.ofSeconds(10))).as("its thread ends").isTrue();
    }

    @Test
    void aClientThatReadsSlowlyIsServedToTheEnd() throws Exception {
        serve(false);
        int received = 0;
        while (queued() > 0) {
            look(7);
            int before = queued();
            received += client.getInputStream().readNBytes(PORTION).length;
            Awaitility.await().until(() -> queued() < before);
        }
        assertThat(received + client.getInputStream().readNBytes(LARGE + 1 - received).length).isEqualTo(LARGE + 1);
    }

    @Test
    void oneThatReadsNothingIsDisconnectedWithoutAnIdleTimeoutToo() throws Exception {
        serve(false);
        look(1 + 8);
        Awaitility.await().until(() -> clients.list().isEmpty());
    }

    @Test
    void soIsOneThatIsPushedToAndGoesOnSending() throws Exception {
        serve(true);
        for (int i = 0; i < 9; i++) {
            client.getOutputStream().write(utf8("\n"));
            look(1);
        }
        Awaitility.await().until(() -> clients.list().isEmpty());
    }
}
