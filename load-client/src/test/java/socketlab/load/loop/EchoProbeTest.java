package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.LINES;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Framing;
import socketlab.core.framing.LengthFraming;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;

/** One client after the load tells a server that finds the messages in the stream from one that happens to. */
@Timeout(60)
class EchoProbeTest {

    private static ProbeResult probe(RequestProtocol protocol, TestTcpServer.Handler serves) throws Exception {
        try (TestTcpServer server = new TestTcpServer(serves)) {
            return probe(server, protocol).orElseThrow();
        }
    }

    private static Optional<ProbeResult> probe(TestTcpServer server, RequestProtocol protocol) throws Exception {
        TestLoad load = TestLoad.of(server.address(), protocol, 2, 10);
        RequestLog log = load.run();
        Optional<ProbeResult> result = EchoProbe.run(load.plan(), log);
        assertThat(log.size()).as("the probe is no request").isEqualTo(10);
        return result;
    }

    private static RequestProtocol echo(Framing framing) {
        return RequestProtocol.echo(framing, 64);
    }

    /** The classic mistake: what one read returns is a message. */
    private static void echoWhatOneReadReturns(Socket client) throws IOException {
        byte[] some = new byte[4096];
        InputStream in = client.getInputStream();
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            TestTcpServer.send(client, "echo: " + new String(some, 0, count, StandardCharsets.UTF_8).strip() + "\n");
        }
    }

    /** Each byte restarted the wait. */
    @Test
    void aMessageThatComesByteByByteAndNeverEndsHasNoMoreTimeThanSilence() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            while (true) {
                TestTcpServer.send(client, "x");
                Thread.sleep(10);
            }
        }); ProbeConnection connection = new ProbeConnection(server.address(), LINES, 200)) {
            assertThat(connection.receive().why()).isEqualTo("no message came within 200 ms");
        }
    }

    @Test
    void aServerThatReadsLinesPasses() throws Exception {
        ProbeResult result = probe(echo(LINES), TestTcpServer.echo("main: "));
        assertThat(result.verdict()).isEqualTo(ProbeResult.OK);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.ports()).hasSize(1);
    }

    @Test
    void aServerThatTakesOneReadForAMessageIsFoundAndItsReplyIsShown() throws Exception {
        ProbeResult result = probe(echo(LINES), EchoProbeTest::echoWhatOneReadReturns);
        assertThat(result.verdict()).isEqualTo(ProbeResult.WRONG);
        assertThat(result.wrong().orElseThrow().where()).isEqualTo("the probe after the load, a message in two pieces");
        assertThat(result.wrong().orElseThrow().sent()).asString().isEqualTo("probe-in-two-pieces");
        assertThat(result.wrong().orElseThrow().received()).asString().isEqualTo("echo: probe-in-t");
    }

    @Test
    void aServerThatAnswersOnlyTheFirstOfTwoMessagesInOneWriteIsFound() throws Exception {
        ProbeResult result = probe(echo(LINES), client -> {
            StringBuilder received = new StringBuilder();
            byte[] some = new byte[4096];
            for (int count = client.getInputStream().read(some); count >= 0; count = client.getInputStream().read(some)) {
                received.append(new String(some, 0, count, StandardCharsets.UTF_8));
                int newline = received.indexOf("\n");
                if (newline >= 0) {
                    TestTcpServer.send(client, received.substring(0, newline + 1));
                    received.setLength(0);   // and whatever came after it is lost
                }
            }
        });
        assertThat(result.verdict()).isEqualTo(ProbeResult.WRONG);
        assertThat(result.wrong().orElseThrow().where()).endsWith("two messages in one write, the second");
        assertThat(result.wrong().orElseThrow().reason()).isEqualTo("no message came within 2000 ms");
    }

    @Test
    void aServerThatAnswersWholeMessagesAndIsSilentForPiecesIsFound() throws Exception {
        Framing framing = new LengthFraming(1000);
        ProbeResult result = probe(echo(framing), client -> {
            byte[] some = new byte[4096];
            for (int count = client.getInputStream().read(some); count >= 0; count = client.getInputStream().read(some)) {
                if (count > 4 && count == 4 + some[3]) {   // anything else is thrown away
                    client.getOutputStream().write(Arrays.copyOf(some, count));
                }
            }
        });
        assertThat(result.verdict()).isEqualTo(ProbeResult.WRONG);
        assertThat(result.ports()).as("twice: one connection in doubt, and one to make sure").hasSize(4);
    }

    @Test
    void aServerThatWasStoppedForAWhileIsNotWrong() throws Exception {
        AtomicInteger clients = new AtomicInteger();
        ProbeResult result = probe(echo(LINES), client -> {
            if (clients.incrementAndGet() == 3) {
                TestTcpServer.discardInput(client);   // the first connection of the probe
            } else {
                TestTcpServer.echo("").handle(client);
            }
        });
        assertThat(result.verdict()).isEqualTo(ProbeResult.OK);
    }

    @Test
    void aServerThatTakesNobodyAnyMoreIsNotJudged() throws Exception {
        AtomicInteger clients = new AtomicInteger();
        ProbeResult result = probe(echo(LINES), client -> {
            if (clients.incrementAndGet() <= 2) {
                TestTcpServer.echo("").handle(client);
            }
        });
        assertThat(result.verdict()).startsWith(ProbeResult.SKIPPED + "the server takes nobody any more");
    }

    @Test
    void aServerThatHasGoneIsNotJudged() throws Exception {
        TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""));
        TestLoad load = TestLoad.of(server.address(), echo(LINES), 2, 10);
        RequestLog log = load.run();
        server.close();
        assertThat(EchoProbe.run(load.plan(), log).orElseThrow().verdict())
                .startsWith(ProbeResult.SKIPPED + "the server takes nobody any more");
    }

    @Test
    void aServerThatClosesAfterEachLineGetsOnlyTheFirstHalf() throws Exception {
        ProbeResult result = probe(echo(LINES),
                client -> TestTcpServer.send(client, TestTcpServer.readLine(client) + "\n"));
        assertThat(result.verdict()).startsWith(ProbeResult.SKIPPED + "the server closes the connection after a reply");
    }

    @Test
    void whereThereIsNothingToProbeNothingIsSent() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            assertThat(probe(server, TestLoad.HELLO)).isEmpty();
        }
        assertThat(probe(echo(new RawFraming()), client -> client.getInputStream().transferTo(client.getOutputStream()))
                .verdict())
                .isEqualTo(ProbeResult.SKIPPED + "framing raw does not say where a message ends");
        ProbeResult allWrong = probe(echo(LINES), client -> TestTcpServer.send(client, "no\n"));
        assertThat(allWrong.verdict()).isEqualTo(ProbeResult.SKIPPED + "no request of the load succeeded");
        assertThat(allWrong.ports()).isEmpty();
    }

    @Test
    void theLengthFramingIsProbedToo() throws Exception {
        ProbeResult result = probe(echo(new LengthFraming(1000)),
                client -> client.getInputStream().transferTo(client.getOutputStream()));
        assertThat(result.verdict()).isEqualTo(ProbeResult.OK);
    }
}
