package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.net.PacketLoss;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.FaultInjection;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** Injected faults happen, and nothing else goes wrong. */
@Timeout(120)
class FaultInjectionTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 64);

    private static RequestLog run(TestLoad loads, FaultInjection faults) throws Exception {
        return new LoadClient(loads.plan().withFaults(faults), LoadListener.NONE).run();
    }

    private static FaultInjection losing(double loss, int retries) {
        return new FaultInjection(false, loss, retries, 7, Map.of());
    }

    @Test
    void packetLossHasItsProbabilityAndIsTheSameForTheSameSeed() {
        PacketLoss one = new PacketLoss(losing(0.3, 0));
        PacketLoss other = new PacketLoss(losing(0.3, 0));
        long struck = IntStream.range(0, 10_000).filter(_ -> {
            boolean strikes = one.drops();
            assertThat(other.drops()).isEqualTo(strikes);
            return strikes;
        }).count();
        assertThat(struck).isBetween(2_800L, 3_200L);
        assertThat(new PacketLoss(FaultInjection.NONE).drops()).isFalse();
    }

    @Test
    void datagramsAreDroppedInBothDirections() throws Exception {
        try (TestUdpServer server = new TestUdpServer(TestUdpServer.echo())) {
            RequestLog log = run(TestLoad.of(server.address(), ECHO, 60, 60).overUdp().withTimeout(Duration.ofSeconds(3)),
                    losing(0.5, 0));
            assertThat(log.count(Outcome.OK) + log.count(Outcome.LOST)).isEqualTo(60);
            assertThat(server.received.get()).as("requests that arrived").isBetween(1, 59);
            assertThat(log.count(Outcome.OK)).as("replies that arrived").isLessThan(server.received.get());
            assertThat(rows(log)).allMatch(row -> log.sentUs(row) >= 0);
        }
    }

    @Test
    void onlyUnansweredRequestsAreSentAgain() throws Exception {
        Set<String> known = ConcurrentHashMap.newKeySet();
        try (TestUdpServer ignoresFirst = new TestUdpServer((datagram, sender) -> {
            if (!datagram.startsWith("c1-") || !known.add(datagram)) {
                sender.reply(datagram);
            }
        })) {
            RequestLog log = run(TestLoad.of(ignoresFirst.address(), ECHO, 2, 4).overUdp()
                    .withTimeout(Duration.ofSeconds(10)), losing(0, 9));
            assertThat(log.count(Outcome.OK)).isEqualTo(4);
            assertThat(known).hasSize(2);
            assertThat(ignoresFirst.received.get()).isGreaterThanOrEqualTo(6);
            assertThat(rows(log).filter(row -> log.client(row) == 1))
                    .allMatch(row -> log.doneUs(row) - log.intendedUs(row) >= 1_000_000);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void twoWritesWithoutNoDelayWaitForADelayedAcknowledgement() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            TestLoad loads = TestLoad.of(server.address(), ECHO, 1, 20);
            RequestLog log = run(new TestLoad(loads.plan().withNoDelay(false)),
                    new FaultInjection(true, 0, 0, 1, Map.of()));
            assertThat(log.count(Outcome.OK)).isEqualTo(20);
            assertThat(rows(log).filter(row -> log.doneUs(row) - log.intendedUs(row) > 20_000).count())
                    .isGreaterThanOrEqualTo(10);
        }
    }

    /** Reads with a buffer, because a slow reader sends megabytes before its writes block. */
    private static void echo(Socket client) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            TestTcpServer.send(client, line + "\n");
        }
    }

    @ParameterizedTest
    @EnumSource(ClientFault.class)
    void faultyClientsRunBesideTheLoadAndAreGoneAfterwards(ClientFault kind) throws Exception {
        try (TestTcpServer server = new TestTcpServer(FaultInjectionTest::echo)) {
            RequestLog log = run(TestLoad.of(server.address(), ECHO, 2, 40).withTimeout(Duration.ofMinutes(1)),
                    new FaultInjection(false, 0, 0, 1, Map.of(kind, 3)));
            assertThat(log.count(Outcome.OK)).isEqualTo(40);
            assertThat(server.accepted.get()).isGreaterThanOrEqualTo(2 + 3);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void faultyClientsThatCannotConnectDoNotDelayTheLoad() throws Exception {
        TestTcpServer closedServer = new TestTcpServer(TestTcpServer.echo(""));
        closedServer.close();
        RequestLog log = run(TestLoad.of(closedServer.address(), ECHO, 1, 1),
                new FaultInjection(false, 0, 0, 1, Map.of(ClientFault.RESET, 2)));
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void faultsOutOfRangeAreRefusedInOneLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> losing(1, 0)).withMessageContaining("--loss");
        assertThatIllegalArgumentException().isThrownBy(() -> losing(0, 21)).withMessageContaining("--retry");
        assertThatIllegalArgumentException().isThrownBy(() -> losing(0.1, 0).check(Transport.TCP))
                .withMessageStartingWith("--loss and --retry are for UDP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaultInjection(false, 0, 0, 1, Map.of(ClientFault.HALF_CLOSE, 1)).check(Transport.UDP))
                .withMessageStartingWith("--half-close is for TCP");
    }
}
