package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** UDP: a request is a datagram, and so is its reply. */
@Timeout(60)
class DatagramTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 64);

    private static TestLoad udp(TestUdpServer server, RequestProtocol protocol, int clients, int requests) {
        return TestLoad.of(server.address(), protocol, clients, requests).overUdp();
    }

    @Test
    void everyClientHasAPortOfItsOwnAndKeepsIt() throws Exception {
        try (TestUdpServer server = new TestUdpServer(TestUdpServer.echo())) {
            RequestLog log = udp(server, ECHO, 4, 2000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(2000);
            assertThat(server.received).hasValue(2000);
            assertThat(server.senders).hasSize(4);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(4).allMatch(port -> port > 0);
            assertThat(log.lateReplies() + log.duplicateReplies()).isZero();
        }
    }

    @Test
    void noClientConnectsAndTheOtherPhasesAreInOrder() throws Exception {
        try (TestUdpServer server = new TestUdpServer(TestUdpServer.echo())) {
            RequestLog log = udp(server, ECHO, 2, 20).withPreconnect().run();
            assertThat(rows(log)).allMatch(row -> log.connectUs(row) == -1 && log.connectedUs(row) == -1);
            assertThat(rows(log)).allMatch(row -> 0 <= log.intendedUs(row) && log.intendedUs(row) <= log.sentUs(row)
                    && log.sentUs(row) <= log.firstByteUs(row) && log.firstByteUs(row) <= log.doneUs(row));
        }
    }

    @Test
    void aDatagramIsTheMessageWithoutAnyFraming() throws Exception {
        Set<String> datagrams = ConcurrentHashMap.newKeySet();
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            datagrams.add(datagram);
            sender.reply("main: " + datagram);
        })) {
            assertThat(udp(server, RequestProtocol.echo(LINES, 10), 1, 2).run().count(Outcome.OK)).isEqualTo(2);
        }
        assertThat(datagrams).containsExactlyInAnyOrder("c1-r1xxxxx", "c1-r2xxxxx");
    }

    @Test
    void aClientWithNothingToSendSendsHelloFromANewPortEachTime() throws Exception {
        Set<String> datagrams = ConcurrentHashMap.newKeySet();
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            datagrams.add(datagram);
            sender.reply("hello! this is the udp server");
        })) {
            assertThat(udp(server, HELLO, 3, 12).run().count(Outcome.OK)).isEqualTo(12);
            assertThat(server.received).hasValue(12);
            assertThat(server.senders).hasSizeGreaterThan(3);   // the kernel may assign a port again
        }
        assertThat(datagrams).containsExactly("hello");
    }

    @Test
    void noReplyIsALossAndTheClientGoesOnWithItsNextRequest() throws Exception {
        Set<String> dropped = new HashSet<>();
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            if (datagram.matches("c.-r[24]x*")) {
                dropped.add(datagram);
            } else {
                sender.reply(datagram);
            }
        })) {
            RequestLog log = udp(server, ECHO, 1, 5).withTimeout(Duration.ofMillis(400)).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.LOST, Outcome.OK, Outcome.LOST,
                    Outcome.OK);
            assertThat(log.doneUs(1) - log.intendedUs(1)).isBetween(400_000L, 5_000_000L);
            assertThat(log.firstByteUs(1)).isEqualTo(-1);
            assertThat(log.sentUs(1)).isPositive();
        }
        assertThat(dropped).hasSize(2);
    }

    @Test
    void aReplyThatAnswersNoRequestIsWrong() throws Exception {
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> sender.reply(datagram.replace("c1", "c2")))) {
            RequestLog log = udp(server, ECHO, 1, 3).withTimeout(Duration.ofSeconds(2)).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(3);
            assertThat(log.lateReplies() + log.duplicateReplies()).isZero();
        }
    }

    @Test
    void aClosedPortIsReportedByTheKernelAndCountsAsRefused() throws Exception {
        InetSocketAddress closedPort;
        try (TestUdpServer closedServer = new TestUdpServer(TestUdpServer.echo())) {
            closedPort = closedServer.address();
        }
        RequestLog log = TestLoad.of(closedPort, ECHO, 2, 6).overUdp().withTimeout(Duration.ofSeconds(5)).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(6);
    }

    @Test
    void theLargestDatagramIsSentAndALargerOneIsRefused() throws Exception {
        try (TestUdpServer server = new TestUdpServer(TestUdpServer.echo())) {
            assertThat(udp(server, RequestProtocol.echo(LINES, 65_507), 1, 2).run().count(Outcome.OK)).isEqualTo(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> udp(server, RequestProtocol.echo(LINES, 65_508), 1, 2))
                    .withMessage("no datagram holds more than 65507 bytes: take smaller messages, or TCP");
        }
    }
}
