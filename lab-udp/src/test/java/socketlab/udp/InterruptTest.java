package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.contract.DatagramClient;

/** An interrupted thread that uses a blocking channel closes it, and all clients share the channel. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {

    @ParameterizedTest
    @EnumSource
    void aSessionThatLeavesItsThreadInterruptedHarmsNoOther(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            DatagramClient other = server.client();
            UdpFixture.assertReply(other, "hello", "1 hello");
            UdpFixture.assertReply(client, "interrupt", "2 interrupted");
            UdpFixture.assertReply(other, "still here", "1 still here");
            UdpFixture.assertReply(client, "and I", "2 and I");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedThreadPushesAndStaysInterrupted(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            UdpFixture.assertReply(client, "hello", "1 hello");
            UdpFixture.assertReply(client, "hello", "1 hello");
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                server.peers.getFirst().push(utf8("news"));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            assertThat(client.receive()).isEqualTo("news");
            assertThat(interrupted.get(UdpFixture.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
            UdpFixture.assertReply(client, "still here", "1 still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedThreadHangsUpOnAClient(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            UdpFixture.assertReply(client, "hello", "1 hello");
            Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                server.peers.getFirst().hangUp();
            });
            server.await("the end", () -> server.closed.containsKey(1L));
            UdpFixture.assertReply(client, "again", "2 again");
        }
    }
}
