package socketlab.select;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens when nobody can be let in. */
class ListenerTest {

    @Test
    void withoutADescriptorToSpareItLooksAwayForABreatherInsteadOfSpinning() throws Exception {
        FakeListener channel = new FakeListener();
        FakeListener.Key key = new FakeListener.Key(channel);
        EventLoop loop = new EventLoop("select", SelectorProvider.provider());
        Listener listener = new Listener(channel, loop, client -> { });
        loop.start();
        CompletableFuture<Integer> after = new CompletableFuture<>();
        long began = System.nanoTime();
        loop.execute(() -> {
            listener.ready(key);
            after.complete(key.interestOps());
        });
        assertThat(after.get(5, TimeUnit.SECONDS)).as("interest").isZero();
        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(1))
                .until(() -> key.interestOps() == OP_ACCEPT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(channel.asked).hasValue(1);
        channel.room = true;
        loop.execute(() -> listener.ready(key));
        assertThat(loop.close(Duration.ofSeconds(5))).isTrue();
        assertThat(key.interestOps()).isEqualTo(OP_ACCEPT);
    }
}
