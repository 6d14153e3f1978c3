package socketlab.select;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.contract.ScriptedEcho;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;

/** What happens when no client can be accepted. */
class AcceptHandlerTest {

    @Test
    void withoutADescriptorToSpareItPausesInsteadOfSpinning() throws Exception {
        ListeningChannelWithoutRoom channel = new ListeningChannelWithoutRoom();
        ListeningChannelWithoutRoom.Key key = new ListeningChannelWithoutRoom.Key(channel);
        EventLoop loop = new EventLoop("select", SelectorProvider.provider());
        ClientRegistry clients = new ClientRegistry(new ScriptedEcho(), Options.defaults());
        AcceptHandler acceptor = new AcceptHandler(channel, new LoopContext(loop, clients, ComputePool.inline()));
        loop.start(clients::fail);
        CompletableFuture<Integer> after = new CompletableFuture<>();
        long began = System.nanoTime();
        loop.execute(() -> {
            acceptor.ready(key);
            after.complete(key.interestOps());
        });
        assertThat(after.get(5, TimeUnit.SECONDS)).as("interest").isZero();
        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(1))
                .until(() -> key.interestOps() == OP_ACCEPT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(channel.asked).hasValue(1);
        channel.room = true;
        loop.execute(() -> acceptor.ready(key));
        assertThat(loop.close(Duration.ofSeconds(5))).isTrue();
        assertThat(key.interestOps()).isEqualTo(OP_ACCEPT);
    }
}
