package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import socketlab.core.Options;
import socketlab.core.contract.DatagramClient;
import socketlab.core.contract.ScriptedEcho;

/** What only UDP has: clients without connections, datagrams that are dropped, messages with a largest size. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatagramsTest {
    private static final Duration A_WHILE = Duration.ofMillis(150);

    @ParameterizedTest
    @EnumSource
    void twoClientsWhoseDatagramsAlternateHaveTwoSessions(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient first = server.client();
            DatagramClient second = server.client();
            for (int i = 0; i < 50; i++) {
                first.send("a" + i);
                second.send("b" + i);
                assertThat(first.receive()).isEqualTo("1 a" + i);
                assertThat(second.receive()).isEqualTo("2 b" + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatSendsAgainAfterTheHangUpIsANewOne(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            for (int visit = 1; visit <= 100; visit++) {
                UdpFixture.assertReply(client, "hello", visit + " hello");
                UdpFixture.assertReply(client, "bye", visit + " bye");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
    void sixteenDatagramsOfABusyClientWaitAndTheRestIsDroppedAndCounted(UdpVariant variant) throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            try (UdpFixture server = new UdpFixture(variant)) {
                DatagramClient busy = server.client();
                busy.send("wait");
                server.awaitMessages(1);
                for (int i = 1; i <= 20; i++) {
                    busy.send("" + i);
                }
                UdpFixture.assertReply(server.client(), "all received", "2 all received");
                server.openTheGate();
                assertThat(busy.receive()).isEqualTo("1 waited");
                for (int i = 1; i <= 16; i++) {
                    assertThat(busy.receive()).isEqualTo("1 " + i);
                }
                assertThat(busy.receivesNothingFor(A_WHILE)).isTrue();
            }
            assertThat(log.lines()).anyMatch(line -> line.startsWith("4 datagrams were dropped"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
    void datagramsThatWaitAtTheHangUpAreDiscarded(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            client.send("wait-bye");
            server.awaitMessages(1);
            client.send("discarded");
            UdpFixture.assertReply(server.client(), "received", "2 received");
            server.openTheGate();
            assertThat(client.receive()).isEqualTo("1 bye");
            assertThat(client.receivesNothingFor(A_WHILE)).isTrue();
            UdpFixture.assertReply(client, "hello", "3 hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatIsSilentForTooLongIsClosed(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant, Options.defaults().withIdleTimeout(Duration.ofMillis(300)))) {
            DatagramClient silent = server.client();
            UdpFixture.assertReply(silent, "hello", "1 hello");
            long began = System.nanoTime();
            server.await("an empty list", () -> server.server().clients().isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
            assertThat(server.closed).containsEntry(1L, 1);
            UdpFixture.assertReply(silent, "me again", "2 me again");
        }
    }

    /** Zero was taken for "not given", which is a minute. */
    @Test
    void zeroMeansThatASilentClientStaysAndNoLimitGivenMeansAMinute() {
        Options given = Options.defaults().withIdleTimeout(Duration.ZERO);
        assertThat(limit(given)).contains(Duration.ZERO);
        assertThat(limit(Options.defaults().withIdleTimeout(A_WHILE))).contains(A_WHILE);
        assertThat(limit(Options.defaults())).contains(Duration.ofSeconds(60));
    }

    private static Optional<Duration> limit(Options options) {
        return Datagrams.registry(new ScriptedEcho(), options).options().limits().idleTimeout();
    }

    @ParameterizedTest
    @EnumSource(names = "UDP")
    void noClientCountsAsSilentWhileTheOnlyThreadWaitsForAnother(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant, Options.defaults().withIdleTimeout(A_WHILE))) {
            DatagramClient client = server.client();
            DatagramClient slow = server.client();
            UdpFixture.assertReply(client, "hello", "1 hello");
            slow.send("wait");
            server.await("the second client", () -> server.peers.size() == 2);
            client.send("still here");
            assertThat(client.receivesNothingFor(A_WHILE.multipliedBy(4))).as("in the kernel's receive buffer").isTrue();
            server.openTheGate();
            assertThat(client.receive()).isEqualTo("1 still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClientTooManyIsToldThatTheServerIsFull(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant, Options.defaults().withMaxClients(2))) {
            DatagramClient first = server.client();
            DatagramClient second = server.client();
            DatagramClient third = server.client();
            UdpFixture.assertReply(first, "hello", "1 hello");
            UdpFixture.assertReply(second, "hello", "2 hello");
            UdpFixture.assertReply(third, "hello", "the server is full (2 clients); try again later");
            UdpFixture.assertReply(first, "bye", "1 bye");
            UdpFixture.assertReply(third, "hello", "3 hello");
            UdpFixture.assertReply(second, "still here", "2 still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatIsTooLargeForADatagramEndsItsClientWithTheReason(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            DatagramClient other = server.client();
            UdpFixture.assertReply(client, "hello", "1 hello");
            client.send("large 65507");
            assertThat(client.receive()).hasSize(65_507);
            UdpFixture.assertReply(other, "hello", "2 hello");
            UdpFixture.assertReply(client, "large 65508",
                    "a message of 65508 bytes fits no datagram, which holds at most 65507");
            server.await("the end", () -> server.closed.containsKey(1L));
            UdpFixture.assertReply(other, "still here", "2 still here");
            UdpFixture.assertReply(client, "and I", "3 and I");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPushThatIsTooLargeForADatagramEndsItsClientAndNotTheSender(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            UdpFixture.assertReply(client, "hello", "1 hello");
            UdpFixture.assertReply(client, "hello", "1 hello");
            server.peers.getFirst().push(new byte[Datagrams.LARGEST + 1]);
            assertThat(client.receive()).startsWith("a message of 65508 bytes fits no datagram");
            server.await("the end", () -> server.closed.containsKey(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatagramThatIsTooLongIsABadFrame(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            String longest = "x".repeat(8192);
            UdpFixture.assertReply(client, "hello", "1 hello");
            UdpFixture.assertReply(client, longest, "1 " + longest);
            UdpFixture.assertReply(client, longest + "y", "that datagram is longer than 8192 bytes");
            server.await("the end", () -> server.closed.containsKey(1L));
            UdpFixture.assertReply(client, "short", "2 short");
            UdpFixture.assertReply(server.client(), "z".repeat(60_000), "that datagram is longer than 8192 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyDatagramIsAMessageToo(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient client = server.client();
            UdpFixture.assertReply(client, "", "1 ");
            client.send("large 0");
            assertThat(client.receive()).isEmpty();
            UdpFixture.assertReply(client, "on", "1 on");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatVanishesEndsNoOther(UdpVariant variant) throws Exception {
        try (UdpFixture server = new UdpFixture(variant)) {
            DatagramClient vanishing = server.client();
            UdpFixture.assertReply(vanishing, "hello", "1 hello");
            vanishing.send("wait");
            server.awaitMessages(2);
            vanishing.close();
            server.openTheGate();
            for (int i = 0; i < 20; i++) {
                server.peers.getFirst().push(utf8("is anybody there"));
            }
            UdpFixture.assertReply(server.client(), "hello", "2 hello");
            server.peers.getFirst().push(utf8("still there"));
            UdpFixture.assertReply(server.client(), "hello", "3 hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatagramThatClaimsToComeFromTheServerItselfIsDroppedAndCounted(UdpVariant variant) throws Exception {
        dropsItsOwn(variant, "127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("anyAddress")
    void soIsOneFromAnyAddressOfAServerThatHasThemAll(UdpVariant variant, String any) throws Exception {
        dropsItsOwn(variant, any);
    }

    /** Only the server's own socket sends from its address without a raw socket, so the test's kernel sends through it. */
    private static void dropsItsOwn(UdpVariant variant, String bound) throws Exception {
        Options options = Options.defaults().withAddress(new InetSocketAddress(InetAddress.ofLiteral(bound), 0));
        AtomicReference<SocketAddress> own = new AtomicReference<>();
        try (LogRecorder log = new LogRecorder()) {
            try (UdpFixture server = new UdpFixture(variant, options, (datagram, to, real) -> {
                SocketAddress itself = own.getAndSet(null);
                if (itself != null) {
                    real.transmit(ByteBuffer.wrap(utf8("forged")), itself);
                }
                return real.transmit(datagram, to);
            })) {
                int port = server.server().address().getPort();
                InetSocketAddress loopback = new InetSocketAddress("127.0.0.1", port);
                own.set(loopback);
                try (DatagramClient client = DatagramClient.to(loopback, UdpFixture.PATIENCE)) {
                    UdpFixture.assertReply(client, "hello", "1 hello");
                    UdpFixture.assertReply(client, "again", "1 again");
                }
                assertThat(server.peers).hasSize(1);
            }
            assertThat(log.lines()).contains(
                    "datagrams dropped because they claimed to come from the server's own address: 1");
        }
    }

    @Test
    void onAnyAddressEveryAddressOfThisMachineIsTheServersOwn() throws Exception {
        InetSocketAddress any = new InetSocketAddress("0.0.0.0", 9998);
        assertThat(Datagrams.isOwn(new InetSocketAddress("127.0.0.2", 9998), any)).isTrue();
        assertThat(Datagrams.isOwn(new InetSocketAddress("127.0.0.2", 9997), any)).isFalse();
        assertThat(Datagrams.isOwn(new InetSocketAddress("192.0.2.1", 9998), any)).as("somebody else's").isFalse();
        assertThat(Datagrams.isOwn(new InetSocketAddress("127.0.0.2", 9998), new InetSocketAddress("127.0.0.1", 9998)))
                .isFalse();
        List<InetAddress> ours = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
        assertThat(ours).allMatch(each -> Datagrams.isOwn(new InetSocketAddress(each, 9998), any));
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAddressThatMayBeForgedIsNotSentIsCounted(UdpVariant variant) throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            try (UdpFixture server = new UdpFixture(variant)) {
                DatagramClient client = server.client();
                client.send("large 513");
                assertThat(client.receivesNothingFor(A_WHILE)).isTrue();
                UdpFixture.assertReply(client, "hello", "1 hello");
                client.send("large 513");
                assertThat(client.receive()).hasSize(513);
            }
            assertThat(log.lines()).contains(
                    "datagrams not sent because their address, which may be forged, had sent only one: 1");
        }
    }

    @ParameterizedTest
    @MethodSource("anyAddress")
    void aServerOnAnyAddressCanBeWokenUp(UdpVariant variant, String any) throws Exception {
        Options options = Options.defaults().withAddress(new InetSocketAddress(InetAddress.ofLiteral(any), 0));
        try (UdpFixture server = new UdpFixture(variant, options)) {
            int port = server.server().address().getPort();
            InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (DatagramClient client = DatagramClient.to(loopback, UdpFixture.PATIENCE)) {
                UdpFixture.assertReply(client, "hello", "1 hello");
                assertThat(client.receivesNothingFor(A_WHILE)).as("the receive loop waits").isTrue();
                assertThat(server.server().hangUp(1)).isTrue();
                server.await("the end", () -> server.closed.containsKey(1L));
            }
        }
    }

    static Stream<Arguments> anyAddress() {
        return Arrays.stream(UdpVariant.values())
                .flatMap(variant -> Stream.of("0.0.0.0", "::").map(any -> Arguments.of(variant, any)));
    }
}
