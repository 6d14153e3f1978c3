package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.LineFraming;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Many requests on one connection, each with a message of its own. */
@Timeout(60)
class KeptConnectionTest {

    @Test
    void manyRequestsShareAConnectionAndOnlyTheFirstConnects() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 64), 4, 2000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(2000);
            assertThat(server.accepted).hasValue(4);
            assertThat(rows(log).filter(row -> log.connectUs(row) >= 0)).hasSize(4);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(4);
            assertThat(rows(log)).allMatch(row -> log.sentUs(row) >= log.intendedUs(row));
        }
    }

    @Test
    void everyMessageIsUniqueAndHasTheRequestedLength() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                seen.add(line);
                TestTcpServer.send(client, line + "\n");
            }
        })) {
            TestLoad.of(server.address(), RequestProtocol.echo(LINES, 40), 5, 500).run();
        }
        assertThat(seen).hasSize(500).allMatch(message -> message.length() == 40);
    }

    @Test
    void aTagBeforeTheEchoIsCorrectAndAChangedEchoIsWrong() throws Exception {
        try (TestTcpServer tagged = new TestTcpServer(TestTcpServer.echo("main: "));
                TestTcpServer changed = new TestTcpServer(
                        client -> TestTcpServer.send(client, TestTcpServer.readLine(client).replace('x', 'y') + "\n"))) {
            assertThat(TestLoad.of(tagged.address(), RequestProtocol.echo(LINES, 30), 2, 20).run().count(Outcome.OK))
                    .isEqualTo(20);
            assertThat(TestLoad.of(changed.address(), RequestProtocol.echo(LINES, 30), 2, 20).run().count(Outcome.WRONG))
                    .isEqualTo(20);
        }
    }

    @Test
    void repliesToAnotherRequestAreWrong() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            String previous = "c9-r9";
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                TestTcpServer.send(client, previous + "\n");   // always one behind
                previous = line;
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 5), 2, 10).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(10);
        }
    }

    @Test
    void aRequestOnAKeptConnectionThatEndsWithoutAByteOfReplyIsSentAgainOnANewOne() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            TestTcpServer.send(client, TestTcpServer.readLine(client) + "\n");
            TestTcpServer.readLine(client);   // closes the connection at every second request
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 1, 6).run();
            assertThat(rows(log).map(log::outcome)).containsOnly(Outcome.OK);
            assertThat(log.reconnected()).isEqualTo(5);
            assertThat(server.accepted).hasValue(6);
            assertThat(rows(log)).as("every request names the connection that answered it")
                    .allMatch(row -> log.connectUs(row) >= log.intendedUs(row));
            assertThat(rows(log).map(log::clientPort)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRequestIsSentAgainOnceOnly() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            String line = TestTcpServer.readLine(client);
            if (connections.incrementAndGet() == 1) {
                TestTcpServer.send(client, line + "\n");
                TestTcpServer.readLine(client);
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 1, 2).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.RESET);
            assertThat(log.reconnected()).isEqualTo(1);
            assertThat(server.accepted).hasValue(2);
            assertThat(log.reasons()).containsEntry(Outcome.RESET, "the server closed the connection without a reply");
        }
    }

    @Test
    void aRequestWhoseReplyHasBegunIsNotSentAgain() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String reply : List.of("HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 2")) {
                String line = TestTcpServer.readLine(client);
                while (!line.equals("\r")) {
                    line = TestTcpServer.readLine(client);
                }
                TestTcpServer.send(client, reply);
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.http("h", "/"), 1, 2).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.RESET);
            assertThat(log.reconnected()).isZero();
            assertThat(log.reasons()).containsEntry(Outcome.RESET,
                    "10 bytes came (\"HTTP/1.1 2\"), then the server closed the connection inside a message");
        }
    }

    /** With the next number in it, so that it would be the correct answer to the next request. */
    @Test
    void aReplyThatWasThereBeforeItsRequestIsWrongHoweverCorrectItLooks() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            String line = TestTcpServer.readLine(client);
            int request = Integer.parseInt(line.replaceAll("c1-r|x", ""));
            TestTcpServer.send(client, line + "\n" + "c1-r" + (request + 1) + "x".repeat(15) + "\n");
            TestTcpServer.discardInput(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 1, 4).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.WRONG, Outcome.OK, Outcome.WRONG);
            assertThat(log.reasons()).containsEntry(Outcome.WRONG, "the server sent this before it was asked");
            assertThat(log.wrongReplies().getFirst().received()).asString(UTF_8).startsWith("c1-r2x");
        }
    }

    @Test
    void aPromptAfterAReplyIsNoReply() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                TestTcpServer.send(client, line + "\n> ");
            }
        })) {
            assertThat(TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 1, 10).run().count(Outcome.OK))
                    .isEqualTo(10);
        }
    }

    @Test
    void withoutKeepAliveEveryRequestHasAConnectionOfItsOwn() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20).withoutKeepAlive(), 2, 10).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(10);
            assertThat(server.accepted).hasValue(10);
            assertThat(log.reconnected()).isZero();
        }
    }

    @Test
    void aLargeMessageToAServerThatEchoesAsItReadsDoesNotDeadlock() throws Exception {
        RequestProtocol large = new RequestProtocol(new LineFraming(32 << 20), true,
                RequestProtocol.echo(LINES, 24 << 20).messages(), Arrays::equals);
        try (TestTcpServer server = new TestTcpServer(client -> {
            byte[] some = new byte[64 << 10];
            InputStream in = client.getInputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                client.getOutputStream().write(some, 0, count);
            }
        })) {
            assertThat(TestLoad.of(server.address(), large, 1, 2).withTimeout(Duration.ofSeconds(20)).run().count(Outcome.OK))
                    .isEqualTo(2);
        }
    }

    @Test
    void withoutFramingASmallEchoStillWorksOnLoopback() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            byte[] some = new byte[4096];
            InputStream in = client.getInputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                client.getOutputStream().write(some, 0, count);
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(new RawFraming(), 64), 3, 300).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(300);
        }
    }
}
