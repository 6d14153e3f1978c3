package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.contract.DatagramClient;

/** A kernel that does not take a datagram: it is dropped and counted, and no thread waits. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullSendBufferTest {

    /** Has no room for a datagram that ends in "lost", and cannot send one that ends in "unsendable". */
    private static int full(ByteBuffer datagram, SocketAddress to, UdpVariant.Send real) throws IOException {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.duplicate().get(bytes);
        if (text(bytes).endsWith("unsendable")) {
            throw new IOException("network is unreachable");
        }
        return text(bytes).endsWith("lost") ? 0 : real.transmit(datagram, to);
    }

    private static UdpFixture server(UdpVariant variant) throws IOException {
        return new UdpFixture(variant, Options.defaults(), FullSendBufferTest::full);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyIsDroppedAndCountedAndTheNextOneIsSent(UdpVariant variant) throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            try (UdpFixture server = server(variant)) {
                DatagramClient first = server.client();
                DatagramClient second = server.client();
                for (int i = 0; i < 10; i++) {
                    first.send("lost");
                    first.send("a" + i);
                    second.send("b" + i);
                    assertThat(first.receive()).isEqualTo("1 a" + i);
                    assertThat(second.receive()).isEqualTo("2 b" + i);
                }
            }
            assertThat(log.lines()).contains("datagrams dropped because the kernel had no room to send them: 10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFinalReplyIsDroppedAndTheClientEnds(UdpVariant variant) throws Exception {
        try (UdpFixture server = server(variant)) {
            DatagramClient client = server.client();
            client.send("bye lost");
            server.await("the end", () -> server.closed.containsKey(1L));
            UdpFixture.assertReply(client, "hello", "2 hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPushIsDroppedAndItsSenderDoesNotWait(UdpVariant variant) throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            try (UdpFixture server = server(variant)) {
                DatagramClient client = server.client();
                UdpFixture.assertReply(client, "hello", "1 hello");
                UdpFixture.assertReply(client, "hello", "1 hello");
                Peer peer = server.peers.getFirst();
                Thread sender = Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        peer.push(utf8("lost"));
                    }
                    List.of("1", "2", "3").forEach(number -> peer.push(utf8(number)));
                });
                assertThat(sender.join(UdpFixture.PATIENCE)).as("a push never waits").isTrue();
                for (String number : List.of("1", "2", "3")) {
                    assertThat(client.receive()).isEqualTo(number);
                }
            }
            assertThat(log.lines()).contains("datagrams dropped because the kernel had no room to send them: 1000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatCanNeverBeSentEndsItsClientOnly(UdpVariant variant) throws Exception {
        try (UdpFixture server = server(variant)) {
            DatagramClient client = server.client();
            DatagramClient other = server.client();
            UdpFixture.assertReply(other, "hello", "1 hello");
            UdpFixture.assertReply(client, "unsendable",
                    "a message of 12 bytes was not sent: network is unreachable");
            server.await("the end", () -> server.closed.containsKey(2L));
            UdpFixture.assertReply(other, "still here", "1 still here");
        }
    }
}
